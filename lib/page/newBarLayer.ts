import buttonsCss from '../../components/annotation/buttons.css?inline';
import { createNewBar, type NewBarAct, type NewBarState } from '../../components/marks/newBar';
import newBarCss from '../../components/marks/newBar.css?inline';
import { createHostMaker } from './host';
import { createInsertionLimit } from './insertionLimit';
import { layerIn, showLayer } from './layers';

/** The bar of a listing, above the page. */
export interface NewBarLayer {
  /** Null: there is nothing to say. */
  show(state: NewBarState | null): void;
  owns(node: Node): boolean;
}

/** See `NewBarLayer`. Made when there is something to say; once closed it stays away until the page is loaded again. */
export function createNewBarLayer(
  document: Document,
  signal: AbortSignal,
  press: (act: Exclude<NewBarAct, 'close'>) => void,
): NewBarLayer {
  let made: ReturnType<typeof make> | undefined;
  let isClosed = false;
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
    },
    owns: (node) => node === made?.host.element,
  };
}
