import { browser } from 'wxt/browser';
import type { PaperId } from '../papers/ids';
import { openSearchSource } from '../store/searchSource';
import { createFindPapers } from './findPapers';
import { asText, asXml, createOmnibox, type Where } from './omnibox';

/** Where the browser says that something is to be opened: Enter alone, with Alt, with Ctrl or ⌘. */
const WHERE: Record<string, Where> = {
  currentTab: 'current',
  newForegroundTab: 'front',
  newBackgroundTab: 'behind',
};

interface Needs {
  now: () => Date;
  log: (where: string, error: unknown) => void;
  /** What follows the "#" of the library's address, with a search and a paper beside it. */
  libraryAt: (query: string, paper: PaperId | null) => string;
}

/** Searches the library from the address bar, after the keyword. To be called as the worker starts. */
export function serveAddressBar({ now, log, libraryAt }: Needs): void {
  const { omnibox } = browser;
  const box = createOmnibox({
    find: createFindPapers(openSearchSource(), now),
    showFirst: (description) => omnibox.setDefaultSuggestion({ description }),
    open,
    libraryAt: (query, paper) => browser.runtime.getURL('/library.html') + libraryAt(query, paper),
    write: import.meta.env.FIREFOX ? asText : asXml,
  });
  const failed = (error: unknown): void => log('address bar', error);
  omnibox.onInputChanged.addListener((typed, show) => {
    box.suggest(typed).then((rows) => rows && show(rows), failed);
  });
  omnibox.onInputEntered.addListener((entered, where) => {
    box.enter(entered, WHERE[where] ?? 'current').catch(failed);
  });
  omnibox.onInputCancelled.addListener(box.leave);
}

async function open(url: string, where: Where): Promise<void> {
  if (where === 'current') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: where === 'front' });
}
