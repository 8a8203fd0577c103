import { defineUnlistedScript } from '#imports';
import { keepTyping } from '../lib/page/typing';

// A content script without a context of its own: it keeps no connection to anything (wxt.config.ts lists it).
export default defineUnlistedScript(() => keepTyping(window));
