import { defineUnlistedScript } from '#imports';
import { keepTagMemoryIn } from '../components/annotation/tagMemory';
import { createSend } from '../lib/messages/delivery';
import { EDITOR_ANSWERS } from '../lib/messages/editorAnswers';
import { sharedStorage } from '../lib/messages/sharedStorage';
import { createCardKeys } from '../lib/page/cardKeys';
import { createDismissing } from '../lib/page/dismissing';
import { createEditing } from '../lib/page/editing';
import { createEditorPopover } from '../lib/page/editorPopover';
import { takeBrowserTexts } from '../lib/text/browserTexts';

// Injected beside a site's content script when the editor is first needed (lib/page/loadEditor.ts). It hands over what it
// has through the world that only our scripts share.
export default defineUnlistedScript(() => {
  takeBrowserTexts(globalThis.asterismTexts);
  keepTagMemoryIn(sharedStorage());
  globalThis.asterismEditing = (world) => {
    const popover = createEditorPopover(world.document, world.signal);
    const whole = { ...world, send: createSend(EDITOR_ANSWERS) };
    const dismissing = createDismissing(whole);
    const editing = createEditing(whole, popover, dismissing);
    return { ...editing, key: createCardKeys(world, editing.edit, dismissing.toggle) };
  };
});
