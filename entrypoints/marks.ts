import { defineUnlistedScript } from '#imports';
import { createSend } from '../lib/messages/delivery';
import { MARK_ANSWERS } from '../lib/messages/markAnswers';
import { createLabels } from '../lib/page/features/labels';
import { createLineEnds } from '../lib/page/features/lineEnds';
import { createNewness } from '../lib/page/features/newness';
import { createMarking } from '../lib/page/marking';
import * as targets from '../lib/sites/targets';
import { takeBrowserTexts } from '../lib/text/browserTexts';

// Injected beside a site's content script once the page has cards (lib/page/loadMarks.ts). It hands over what it has
// through the world that only our scripts share.
export default defineUnlistedScript(() => {
  takeBrowserTexts(globalThis.asterismTexts);
  globalThis.asterismMarks = (world) => {
    const send = createSend(MARK_ANSWERS);
    const marking = createMarking(world.controlOn);
    return [
      createNewness({ ...world, targets, marking, send, time: () => performance.now() }),
      createLabels({ ...world, marking }),
      createLineEnds({ ...world, targets }),
    ];
  };
});
