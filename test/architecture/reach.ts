import { type House, importsOf, sentence } from './house.ts';

interface Limit {
  from: string;
  /** Files (by their beginning) and packages that must not be loaded, however indirectly. */
  never: string[];
  instead: string;
}

/** What is loaded where: bytes on every listing and in every popup, and databases that would be the page's own. */
export const LIMITS: Limit[] = [
  {
    from: 'entrypoints/site.content/',
    never: ['lib/store/', 'dexie', 'idb'],
    instead: "a content script's IndexedDB is the page's own: ask the worker with a message",
  },
  {
    from: 'entrypoints/site.content/',
    never: ['preact', 'lib/page/editorPopover.tsx'],
    instead: 'most pages are left without an editor: it is loaded with entrypoints/editor.ts',
  },
  {
    from: 'entrypoints/editor.ts',
    never: ['lib/store/', 'dexie', 'zod', 'zod/mini', 'lib/papers/schemas.ts'],
    instead: 'it runs on a page: ask the worker with a message',
  },
  {
    from: 'entrypoints/site.content/',
    never: ['zod', 'zod/mini', 'lib/papers/schemas.ts'],
    instead:
      'the script on every listing stays small: the worker validates, or import the type only',
  },
  {
    from: 'entrypoints/site.content/',
    never: ['lib/maths/'],
    instead: 'the script on every listing stays small: the worker says titles without TeX',
  },
  {
    from: 'entrypoints/popup/',
    never: ['dexie', 'zod', 'zod/mini', 'lib/papers/schemas.ts'],
    instead:
      'the popup opens at once: read through lib/store/reader.ts, write with messages, or load it with import() when asked for',
  },
  {
    from: 'entrypoints/library/',
    never: ['dexie', 'zod', 'zod/mini', 'lib/papers/schemas.ts'],
    instead:
      'the library opens at once: read through lib/store/reader.ts, write with messages, or load it with import() when asked for',
  },
];

/** What is loaded although it must not be: one sentence each, with the way by which it is reached. */
export function reachedTooMuch(house: House): string[] {
  return LIMITS.flatMap(({ from, never, instead }) => {
    const ways = waysFrom(
      [...house.keys()].filter((path) => path.startsWith(from)),
      house,
    );
    return [...ways]
      .filter(([path]) =>
        never.some((name) => path === name || (name.endsWith('/') && path.startsWith(name))),
      )
      .map(([path, way]) =>
        sentence(way.join(' → '), `${from} must not load ${path}: ${instead}.`),
      );
  });
}

/** Everything that is loaded with some files, and by which way. */
function waysFrom(starts: string[], house: House): Map<string, string[]> {
  const ways = new Map<string, string[]>(starts.map((path) => [path, [path]]));
  for (const [path, way] of ways) {
    // A Map hands out what is added while it is walked.
    for (const { to, kind } of importsOf(path, house.get(path) ?? '', house)) {
      if (kind === 'static' && !ways.has(to)) ways.set(to, [...way, to]);
    }
  }
  return ways;
}
