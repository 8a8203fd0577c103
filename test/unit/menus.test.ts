import { expect, test } from 'vitest';
import type { Browser } from 'wxt/browser';
import { createMenus, type MenuBrowser } from '../../lib/worker/menus';

type Entry = Browser.contextMenus.CreateProperties;

/** A browser with menus: it refuses an id that is there, and a parent that is not, as browsers do. */
function browserWith(permitted: Set<string>) {
  const entries = new Map<string, Entry>();
  const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  const runtime: { lastError?: { message: string } | undefined } = {};
  const world = {
    runtime,
    permissions: {
      contains: async ({ origins = [] }: Browser.permissions.Permissions) => {
        await turn();
        return origins.every((origin) => permitted.has(origin));
      },
    },
    contextMenus: {
      removeAll: async () => {
        await turn();
        entries.clear();
      },
      create: (entry: Entry & { id: string }, done: () => void) => {
        const isRefused =
          entries.has(entry.id) ||
          (entry.parentId !== undefined && !entries.has(String(entry.parentId)));
        if (!isRefused) entries.set(entry.id, entry);
        void turn().then(() => {
          runtime.lastError = isRefused ? { message: 'refused' } : undefined;
          done();
          runtime.lastError = undefined;
        });
        return entry.id;
      },
    },
  } as unknown as MenuBrowser; // what is used of it
  return { world, entries };
}

const FIRST = { matches: ['https://first.example/*'], links: ['https://first.example/abs/*'] };
const SECOND = { matches: ['https://second.example/*'], links: ['https://second.example/p/*'] };

test('a link has star, to read, tag and four ways to copy; the button has its own', async () => {
  const { world, entries } = browserWith(new Set(FIRST.matches));
  await createMenus(world, [FIRST])();
  expect([...entries.keys()]).toEqual([
    ...['link', 'link.star', 'link.toRead', 'link.tag', 'copy'],
    ...['link.copy.bibtex', 'link.copy.markdown', 'link.copy.citation', 'link.copy.link'],
    ...['button.library', 'button.import', 'button.export', 'button.settings'],
  ]);
  expect(entries.get('link.star')).toMatchObject({
    contexts: ['link'],
    documentUrlPatterns: FIRST.matches,
    targetUrlPatterns: FIRST.links,
  });
  expect(entries.get('button.export')?.contexts).toEqual(['action']);
});

test('a site is in it as long as it is permitted', async () => {
  const permitted = new Set(FIRST.matches);
  const { world, entries } = browserWith(permitted);
  const make = createMenus(world, [FIRST, SECOND]);
  const links = () => entries.get('link.tag')?.targetUrlPatterns;
  await make();
  expect(links()).toEqual(FIRST.links);
  permitted.add('https://second.example/*');
  await make();
  expect(links()).toEqual([...FIRST.links, ...SECOND.links]);
  permitted.clear();
  await make();
  expect([...entries.keys()].filter((id) => id.startsWith('link'))).toEqual([]);
});

test('made again where the browser has kept them, and several times at once, each is there once', async () => {
  const { world, entries } = browserWith(new Set(FIRST.matches));
  await createMenus(world, [FIRST])();
  const count = entries.size;
  const again = createMenus(world, [FIRST]); // a worker that was started again
  await Promise.all([again(), again(), again()]);
  expect(entries.size).toBe(count);
});

test('an entry that the browser refuses is told, and the next call is not held up', async () => {
  const { world, entries } = browserWith(new Set(FIRST.matches));
  const make = createMenus(world, [FIRST]);
  const { removeAll } = world.contextMenus;
  await make();
  world.contextMenus.removeAll = async () => {};
  await expect(make()).rejects.toThrow('refused');
  world.contextMenus.removeAll = removeAll;
  await make();
  expect(entries.size).toBe(13);
});
