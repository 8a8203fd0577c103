import type { PaperId } from '../papers/ids';
import type { COMMAND_NAMES } from '../text/commandNames';
import type { OwnPages } from './ownPages';
import type { PaperActs } from './paperActs';

/** What the keys of the browser do, by the browser's name for it: it calls them the extension's commands. */
export const COMMANDS = {
  openPopup: '_execute_action', // the browser does that by itself
  openLibrary: 'open-library',
  star: 'star-paper',
  toRead: 'paper-to-read',
} as const satisfies Record<string, keyof typeof COMMAND_NAMES>;

/**
 * The keys that are suggested, as many as browsers take. With Ctrl and Shift they would be the browsers' own or other
 * reading lists'; of those with Alt and Shift, Chromium itself has A, B, C, N, P, R, T, W, X and Z (tab groups, bars).
 */
export const SUGGESTED_KEYS: Readonly<Record<(typeof COMMANDS)[keyof typeof COMMANDS], string>> = {
  [COMMANDS.openPopup]: 'Alt+Shift+O',
  [COMMANDS.openLibrary]: 'Alt+Shift+L',
  [COMMANDS.star]: 'Alt+Shift+S',
  [COMMANDS.toRead]: 'Alt+Shift+Q',
};

interface Needs {
  acts: Pick<PaperActs, 'toggleStar' | 'toggleToRead'>;
  pages: Pick<OwnPages, 'openLibrary' | 'openPopup'>;
  /** The paper whose page or PDF is at an address. */
  paperAt: (url: URL) => PaperId | null;
}

/** The tab in front; its address only where we may read the page. */
export interface FrontTab {
  id?: number | undefined;
  url?: string | undefined;
}

/**
 * Gives what does as a keyboard shortcut asks. On a page that is not one paper's, what is for a paper opens the popup:
 * it has the papers of the page. At once, since Firefox opens it for a key and not for what comes later.
 */
export function createShortcuts({
  acts,
  pages,
  paperAt,
}: Needs): (command: string, tab: FrontTab | undefined) => Promise<void> {
  async function forPaper(act: PaperActs['toggleStar'], tab: FrontTab = {}): Promise<void> {
    const { id, url } = tab;
    const paper = url !== undefined && URL.canParse(url) ? paperAt(new URL(url)) : null;
    if (id === undefined || paper === null) await pages.openPopup();
    else await act(paper, id);
  }
  return async (command, tab) => {
    if (command === COMMANDS.openLibrary) await pages.openLibrary();
    else if (command === COMMANDS.star) await forPaper(acts.toggleStar, tab);
    else if (command === COMMANDS.toRead) await forPaper(acts.toggleToRead, tab);
  };
}
