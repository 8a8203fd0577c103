import type { Pages, Refused } from '../harness/network.ts';
import type { Surface } from '../harness/surface.ts';

// What tests may do with any browser. Chromium is driven by Playwright, Firefox by WebDriver BiDi (docs/decisions/0024);
// a test that needs more of Chromium than this says why.

export interface Browser {
  /** Adds pages of the site, or puts others in their place. */
  serve(pages: Pages): void;
  /** Every request so far that was for none of the pages. */
  refused: readonly Refused[];
  /** Opens a page of the site in a new tab, in front. */
  open(path: string): Promise<Tab>;
  /** Opens one of our own pages in a new tab, in front: `library.html#/`; `beside` a tab in that tab's window. */
  openOwn(path: string, beside?: Tab): Promise<Tab>;
  /**
   * Opens a page of the extension's origin that runs nothing of ours: what is done there to the database or the storage
   * wakes no worker and hides behind nobody's connection.
   */
  openBare(): Promise<Tab>;
  /** The tab with one of our own pages that something has opened, and that is not `other`; waits for it. */
  opened(path: string, other?: Tab): Promise<Tab>;
  /** Opens a page of the site in a private window. */
  openPrivately(path: string): Promise<Tab>;
  /** Opens the real popup over the tab in front. */
  openPopup(): Promise<Popup>;
  /** Stops the worker or the event page, as the browser does when it is idle. */
  stopBackground(): Promise<void>;
  /** Installs the build again over itself, as an update does, under the tabs that are open. */
  update(): Promise<void>;
  /** SIGKILL: nothing of the browser gets to finish anything. */
  kill(): Promise<void>;
  /** Errors that a page, a content script or the background let out so far. */
  problems(): Promise<string[]>;
  /** Closes every tab that a test has opened. */
  closeTabs(): Promise<void>;
  close(): Promise<void>;
}

/** A page in a tab. */
export interface Tab extends Surface {
  /** The value of an expression in the page's own world, awaited; it has to be JSON. */
  evaluate<R>(expression: string): Promise<R>;
  go(address: string): Promise<void>;
  reload(): Promise<void>;
  /** Gives the page a viewport of another size, in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  /** Moves the mouse to a place in the viewport, in CSS pixels. */
  moveMouse(x: number, y: number): Promise<void>;
  toFront(): Promise<void>;
  close(): Promise<void>;
  /** Gives a file to the page's file field, as the picker does. */
  chooseFile(name: string, content: string): Promise<void>;
  /** Does what downloads a file, and gives its name and its text. */
  download(act: () => Promise<void>): Promise<{ name: string; text: string }>;
}

/** The popup. */
export interface Popup extends Surface {
  evaluate<R>(expression: string): Promise<R>;
  /** As when the reader clicks elsewhere: it is gone at once, in the middle of whatever it was doing. */
  close(): Promise<void>;
}

export interface StartOptions {
  /** A folder for the profile, to start again with what was stored; else a new one that is removed at the end. */
  profile?: string;
  /** Another build than the tests' own. */
  extension?: string;
  /** Whether servers of this machine are left alone: a test has started one. */
  withoutLoopback?: boolean;
  /** The reader allows the extension in private windows. */
  privately?: boolean;
  /** The reader has set that no history is ever remembered (Firefox alone has such a setting). */
  neverRemembers?: boolean;
}

/** Starts a browser with the extension in it. */
export type Start = (options?: StartOptions) => Promise<Browser>;
