import tokens from '../../components/tokens.css?inline';

/** What a page's own listeners never hear from inside our hosts. */
const KEPT_EVENTS = [
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchstart',
  'touchend',
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'change',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'copy',
  'cut',
  'paste',
  'focusin',
  'focusout',
  'selectstart',
  'dragstart',
] as const;

/** An element of ours on somebody else's page, and the root inside it that the page cannot reach. */
export interface Host {
  element: HTMLElement;
  root: ShadowRoot;
}

/**
 * Makes a host with a closed shadow root and its own style; the caller inserts it.
 * @param name the tag's name; the extension's stylesheet gives it the page's scheme, light or dark
 */
export function createHost(document: Document, name: string, css: string): Host {
  const element = document.createElement(name);
  const root = element.attachShadow({ mode: 'closed' });
  const style = document.createElement('style'); // adoptedStyleSheets throws in a Firefox content script
  style.textContent = tokens + css;
  root.append(style);
  for (const type of KEPT_EVENTS) element.addEventListener(type, stop);
  return { element, root };
}

function stop(event: Event): void {
  event.stopPropagation();
}
