import { browser } from 'wxt/browser';
import { COPY_STYLES, type CopyStyle } from '../papers/copyStyle';
import type { PaperId } from '../papers/ids';
import { text } from '../text/text';
import type { ButtonAct, LinkAct } from './menus';
import type { OnButton } from './onButton';
import type { OwnPages } from './ownPages';
import type { PaperActs } from './paperActs';

/** What the browser tells about a click in a menu. */
export interface MenuClick {
  menuItemId: string | number;
  linkUrl?: string | undefined;
  frameId?: number | undefined;
}

interface Needs {
  acts: Pick<PaperActs, 'star' | 'markToRead' | 'textOf'>;
  button: OnButton;
  pages: Pick<OwnPages, 'openLibrary' | 'openSettings'>;
  /** The paper that a link leads to. */
  paperOfLink: (address: string) => PaperId | null;
  /** Where in the library a paper's tags are edited. */
  tagsOf: (id: PaperId) => string;
}

/** Gives what does as a click in a menu asks (`createMenus`), in the tab where it was made. */
export function createMenuClicks(
  needs: Needs,
): (click: MenuClick, tabId: number | undefined) => Promise<void> {
  const { acts, button, pages, paperOfLink, tagsOf } = needs;

  const onButton: Record<ButtonAct, () => Promise<void>> = {
    library: () => pages.openLibrary(),
    import: () => pages.openSettings('import'),
    export: () => pages.openSettings('export'),
    settings: () => pages.openSettings(),
  };
  const onLink: Record<LinkAct, (id: PaperId, tabId: number, frameId: number) => Promise<void>> = {
    star: (id, tabId) => acts.star(id, tabId),
    toRead: (id, tabId) => acts.markToRead(id, tabId),
    tag: (id) => pages.openLibrary(tagsOf(id)),
    ...copying((as) => async (id, tabId, frameId) => {
      const copied = await acts.textOf(id, as, tabId);
      if (copied === null) return;
      if (await copyIn(tabId, frameId, copied)) await button.done(tabId, null);
      else await button.failed(tabId, text('menuNotCopied'));
    }),
  };

  return async ({ menuItemId, linkUrl, frameId = 0 }, tabId) => {
    const [place, act = ''] = /^(link|button)\.(.+)$/.exec(String(menuItemId))?.slice(1) ?? [];
    if (place === 'button' && isOf(onButton, act)) return onButton[act]();
    if (place !== 'link' || !isOf(onLink, act) || tabId === undefined) return;
    // The browser goes by the look of a link: not everything that looks like a paper's is one.
    const id = paperOfLink(linkUrl ?? '');
    if (id === null) await button.failed(tabId, text('menuNoPaper'));
    else await onLink[act](id, tabId, frameId);
  };
}

function isOf<K extends string>(acts: Record<K, unknown>, act: string): act is K {
  return Object.hasOwn(acts, act);
}

function copying<T>(copy: (as: CopyStyle) => T): Record<`copy.${CopyStyle}`, T> {
  const all = COPY_STYLES.map((as) => [`copy.${as}`, copy(as)] as const);
  return Object.fromEntries(all) as Record<`copy.${CopyStyle}`, T>; // of all styles
}

/** A worker has no clipboard: the page has, for some seconds after the click that opened the menu. Whether it let us. */
async function copyIn(tabId: number, frameId: number, copied: string): Promise<boolean> {
  try {
    const target = { tabId, frameIds: [frameId] };
    const [done] = await browser.scripting.executeScript({
      target,
      func: (it: string) =>
        navigator.clipboard.writeText(it).then(
          () => true,
          () => false,
        ),
      args: [copied],
    });
    return done?.result === true;
  } catch {
    return false; // a page that was left meanwhile
  }
}
