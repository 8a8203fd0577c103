import pictures from '../../components/cardTokens.css?inline';
import isolation from '../../components/isolation.css?inline';
import { refuseMadeUp } from './madeUp';

/** What a page's own listeners do not hear from inside our hosts, unless they capture; `typing.ts` keeps what is typed. */
const KEPT_EVENTS = (
  'click dblclick auxclick contextmenu mousedown mouseup pointerdown pointerup touchstart ' +
  'touchend keydown keypress keyup focusin focusout'
).split(' ');

/** One of these comes before any of the others; until then a host needs no more listeners than these. */
const FIRST_EVENTS = 'pointerover pointerdown focusin click'.split(' ');

/** What hosts are known by: the extension's stylesheet gives them the page's scheme, and people and tests find them. */
export const MARK = 'data-asterism';

/** An element of ours on somebody else's page, and the root inside it that the page cannot reach. */
export interface Host {
  element: HTMLElement;
  root: ShadowRoot;
  /** Whether it still has its style: a page takes that off when it moves the element into another document. */
  isDressed(): boolean;
  dress(): void;
}

/** Makes hosts of one kind; the caller inserts them. */
export type HostMaker = () => Host;

/**
 * Hosts with a closed shadow root, one style for all of them, and events that stay inside. The element is a plain one:
 * where a page can define what an element is, it is given the root too (docs/decisions/0017).
 * @param kind the value of its mark
 */
export function createHostMaker(document: Document, kind: string, css: string): HostMaker {
  const dressing = createDressing(document, pictures + isolation + css);
  return () => {
    const element = document.createElement('span');
    element.setAttribute(MARK, kind);
    const root = element.attachShadow({ mode: 'closed' });
    const isDressed = (): boolean => dressing.isOn(root);
    const dress = (): void => dressing.put(root);
    dress();
    if (import.meta.env.FIREFOX) refuseMadeUp(root);
    for (const type of FIRST_EVENTS) element.addEventListener(type, keepAll);
    return { element, root, isDressed, dress };
  };
}

interface Dressing {
  put(root: ShadowRoot): void;
  isOn(root: ShadowRoot): boolean;
}

/**
 * Puts a style into roots: one sheet that all share; in Firefox, where a content script may not share, an element.
 * https://bugzilla.mozilla.org/show_bug.cgi?id=1751346
 */
function createDressing(document: Document, css: string): Dressing {
  if (import.meta.env.FIREFOX) {
    return {
      put(root) {
        const style = document.createElement('style');
        // Firefox gives buttons a font by its name, and fetches one that a page has of that name (docs/decisions/0017).
        style.textContent = `button { font-family: inherit }${css}`;
        root.prepend(style);
      },
      isOn: () => true,
    };
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const sheets = [sheet];
  return {
    put(root) {
      root.adoptedStyleSheets = sheets;
    },
    isOn: (root) => root.adoptedStyleSheets.length > 0,
  };
}

function keepAll(this: HTMLElement, event: Event): void {
  if (event.type !== 'pointerover') event.stopPropagation();
  for (const type of FIRST_EVENTS) this.removeEventListener(type, keepAll);
  for (const type of KEPT_EVENTS) this.addEventListener(type, stop);
}

function stop(event: Event): void {
  event.stopPropagation();
}
