import { defineContentScript } from '#imports';
import { keepTyping } from '../../lib/page/typing';

export default defineContentScript({
  matches: ['https://huggingface.co/*'],
  // Before any script of the page: of two listeners the first can keep an event from the second.
  runAt: 'document_start',
  main: () => keepTyping(window),
});
