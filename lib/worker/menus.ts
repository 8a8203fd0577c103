import type { Browser } from 'wxt/browser';
import { COPY_STYLES, type CopyStyle } from '../papers/copyStyle';
import { COPY_NAMES } from '../text/copyNames';
import { type TextKey, text } from '../text/text';

/** A site as menus know it: the match patterns of its pages, and of links to its papers. */
export interface MenuSite {
  matches: string[];
  links: string[];
}

/** What is asked of the browser. */
export interface MenuBrowser {
  contextMenus: Pick<typeof Browser.contextMenus, 'create' | 'removeAll'>;
  permissions: Pick<typeof Browser.permissions, 'contains'>;
  runtime: Pick<typeof Browser.runtime, 'lastError'>;
}

/** What can be asked for in the menu of a link to a paper. */
export type LinkAct = 'star' | 'toRead' | 'tag' | `copy.${CopyStyle}`;

/** What can be asked for in the menu of the toolbar's button. */
export type ButtonAct = 'library' | 'import' | 'export' | 'settings';

type Entry = Browser.contextMenus.CreateProperties & { id: string };

const LINK = 'link';
const COPY = 'copy';
const ON_BUTTON: readonly [act: ButtonAct, name: TextKey][] = [
  ['library', 'openLibraryCommand'],
  ['import', 'openImport'],
  ['export', 'openExport'],
  ['settings', 'openSettings'],
];

/**
 * Brings the entries of the browser's menus in line with the sites that are permitted: on a link to a paper, anywhere on
 * those sites, and on the toolbar's button. To be called when the extension or the browser starts and when permissions
 * change: some browsers keep entries and some forget them, so all are made again. One call after the other.
 */
export function createMenus(browser: MenuBrowser, sites: readonly MenuSite[]): () => Promise<void> {
  let turn: Promise<void> = Promise.resolve();

  async function make(): Promise<void> {
    const permitted = await Promise.all(
      sites.map(async (site) =>
        (await browser.permissions.contains({ origins: site.matches })) ? [site] : [],
      ),
    );
    const entries = [...linkEntries(permitted.flat()), ...buttonEntries()];
    await browser.contextMenus.removeAll();
    await Promise.all(entries.map(create));
  }

  /** The browser says only in a callback that it refused an entry. */
  function create(entry: Entry): Promise<void> {
    return new Promise((resolve, reject) => {
      browser.contextMenus.create(entry, () => {
        const { lastError } = browser.runtime;
        if (lastError) reject(new Error(`${entry.id}: ${lastError.message}`));
        else resolve();
      });
    });
  }

  return () => {
    const next = turn.then(make);
    turn = next.catch(() => {}); // whoever asked is told
    return next;
  };
}

/** Nothing where no site is permitted: an entry without patterns would be on every link of every page. */
function linkEntries(sites: readonly MenuSite[]): Entry[] {
  if (sites.length === 0) return [];
  const shown: Pick<Entry, 'contexts' | 'documentUrlPatterns' | 'targetUrlPatterns'> = {
    contexts: ['link'],
    documentUrlPatterns: sites.flatMap(({ matches }) => matches),
    targetUrlPatterns: sites.flatMap(({ links }) => links),
  };
  const entry = (act: string, title: string, parentId?: string): Entry => ({
    ...shown,
    id: act,
    title,
    ...(parentId !== undefined && { parentId }),
  });
  return [
    entry(LINK, text('extensionName')),
    entry('link.star', text('menuStar'), LINK),
    entry('link.toRead', text('menuToRead'), LINK),
    entry('link.tag', text('menuTag'), LINK),
    entry(COPY, text('menuCopy'), LINK),
    ...COPY_STYLES.map((style) => entry(`link.copy.${style}`, text(COPY_NAMES[style]), COPY)),
  ];
}

function buttonEntries(): Entry[] {
  return ON_BUTTON.map(([act, name]) => ({
    id: `button.${act}`,
    title: text(name),
    contexts: ['action'],
  }));
}
