import noticeCss from '../../components/card/notice.css?inline';
import { createHostMaker } from './host';
import { layerIn, showLayer } from './layers';

/** How long a notice stays, in milliseconds: long enough to read two lines. */
const NOTICE_TIME = 8_000;

/** Says something in one sentence above the page; until the page is left, where it holds what the reader may copy. */
export type Notify = (sentence: string, stays?: boolean) => void;

/** See `Notify`. In the first script, not with the editor: it says, too, that the editor could not be loaded. */
export function createNotices(document: Document, signal: AbortSignal): Notify {
  let made: Notify | undefined;
  return (sentence, stays) => {
    made ??= createNotice(document, signal);
    made(sentence, stays);
  };
}

function createNotice(document: Document, signal: AbortSignal): Notify {
  const host = createHostMaker(document, 'notice', noticeCss)();
  const notice = layerIn(host, document, 'notice');
  notice.setAttribute('role', 'alert');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let said = '';
  signal.addEventListener('abort', () => host.element.remove());

  return (sentence, stays = false) => {
    if (said !== sentence || !host.element.isConnected) {
      notice.textContent = '';
      showLayer(notice, host, document);
      notice.textContent = sentence; // after it is shown, so that it is announced, and once
      said = sentence;
    }
    clearTimeout(timer);
    if (stays) return;
    timer = setTimeout(() => {
      said = '';
      notice.hidePopover();
    }, NOTICE_TIME);
  };
}
