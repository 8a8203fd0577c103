import buttonsCss from '../../components/annotation/buttons.css?inline';
import { createNewBar, type NewBarAct, type NewBarState } from '../../components/marks/newBar';
import newBarCss from '../../components/marks/newBar.css?inline';
import { barSpot } from './barSpot';
import { createHostMaker } from './host';
import { createInsertionLimit } from './insertionLimit';
import { layerIn, showLayer } from './layers';
import type { Targets } from './surroundings';

/** The bar of a listing, above the page. */
export interface NewBarLayer {
  /** Null: there is nothing to say. */
  show(state: NewBarState | null): void;
  owns(node: Node): boolean;
}

/** Milliseconds without a scroll or a change after which the bar finds its place. */
const RESTING = 100;

/** See `NewBarLayer`. Made when there is something to say; once closed it stays away until the page is loaded again. */
export function createNewBarLayer(
  document: Document,
  signal: AbortSignal,
  targets: Targets,
  press: (act: Exclude<NewBarAct, 'close'>) => void,
): NewBarLayer {
  let made: ReturnType<typeof make> | undefined;
  let isClosed = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const limit = createInsertionLimit(() => performance.now()); // a page may throw it out

  function make() {
    const host = createHostMaker(document, 'new', buttonsCss + newBarCss)();
    const layer = layerIn(host, document, 'new-bar');
    const bar = createNewBar(layer, document, (act) => {
      if (act !== 'close') return press(act);
      isClosed = true;
      host.element.remove();
    });
    return { host, layer, bar };
  }

  /** At the end of a page it goes out of the way of what would stay hidden under it. */
  function place(): void {
    if (!made?.host.element.isConnected || signal.aborted) return;
    const { layer, host } = made;
    const size = { width: layer.offsetWidth, height: layer.offsetHeight };
    const { side, up } = barSpot(document, size, (element) => element === host.element, targets);
    layer.style.inset = `auto auto ${up}px auto`;
    layer.style[side] = '16px';
  }

  /** When the page has come to rest and is laid out: to ask before would lay it out at once. */
  function placeSoon(): void {
    clearTimeout(waiting);
    waiting = setTimeout(place, RESTING);
  }

  for (const type of ['scroll', 'resize']) window.addEventListener(type, placeSoon, { signal });
  signal.addEventListener('abort', () => made?.host.element.remove());
  return {
    show(state) {
      if (isClosed) return;
      if (state === null) {
        made?.host.element.remove();
        return;
      }
      made ??= make();
      made.bar.show(state);
      const { layer, host, bar } = made;
      const isShown = host.element.isConnected && bar.isOpen();
      // A page that rewrites itself has no body for a moment; its next cards show the bar.
      if (!isShown && document.body && limit.mayTry('bar')) showLayer(layer, host, document);
      placeSoon();
    },
    owns: (node) => node === made?.host.element,
  };
}
