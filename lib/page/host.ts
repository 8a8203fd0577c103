import tokens from '../../components/cardTokens.css?inline';

/** What a page's own listeners do not hear from inside our hosts, unless they capture; `typing.ts` keeps what is typed. */
const KEPT_EVENTS = (
  'click dblclick auxclick contextmenu mousedown mouseup pointerdown pointerup touchstart ' +
  'touchend keydown keypress keyup focusin focusout'
).split(' ');

/** One of these comes before any of the others; until then a host needs no more listeners than these. */
const FIRST_EVENTS = 'pointerover pointerdown focusin click'.split(' ');

/** An element of ours on somebody else's page, and the root inside it that the page cannot reach. */
export interface Host {
  element: HTMLElement;
  root: ShadowRoot;
}

/** Makes hosts of one kind; the caller inserts them. */
export type HostMaker = () => Host;

/**
 * Hosts with a closed shadow root, one style for all of them, and events that stay inside.
 * @param name the tag's name; the extension's stylesheet gives it the page's scheme, light or dark
 */
export function createHostMaker(document: Document, name: string, css: string): HostMaker {
  const dress = createDresser(document, tokens + css);
  return () => {
    const element = document.createElement(name);
    const root = element.attachShadow({ mode: 'closed' });
    dress(root);
    for (const type of FIRST_EVENTS) element.addEventListener(type, keepAll);
    return { element, root };
  };
}

/** Puts a style into a root: one sheet that all share, or an element where a content script may not share (Firefox). */
function createDresser(document: Document, css: string): (root: ShadowRoot) => void {
  let sheet: CSSStyleSheet | null = new CSSStyleSheet();
  sheet.replaceSync(css);
  return (root) => {
    try {
      if (sheet !== null) root.adoptedStyleSheets = [sheet];
    } catch {
      sheet = null; // https://bugzilla.mozilla.org/show_bug.cgi?id=1751346
    }
    if (sheet !== null) return;
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
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
