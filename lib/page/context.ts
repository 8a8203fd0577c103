import { keepListening } from './listening';

/** Says to an older script of ours in this page that it is over. */
const STARTED = 'asterism:started';

/**
 * With what WXT starts a content script, in place of its own class of this name (an alias in wxt.config.ts): that one is a
 * twentieth of all that a content script may weigh, and posts a message to the page at every load.
 */
export class ContentScriptContext {
  /** Aborts when a newer script of ours starts in this page, as after an update. */
  readonly signal: AbortSignal;

  constructor() {
    const life = new AbortController();
    this.signal = life.signal;
    document.dispatchEvent(new Event(STARTED));
    const end = (): void => life.abort();
    const listen = (): void =>
      document.addEventListener(STARTED, end, { once: true, signal: life.signal });
    keepListening(document, listen, life.signal);
  }
}
