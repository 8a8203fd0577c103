import { type House, type Import, importsOf, sentence } from './house.ts';

interface Room {
  /** Rooms that it may import; or one file of a room. */
  may: string[];
  /** Rooms of which it may import types only. */
  types?: string[];
  /** Packages that it may import. */
  packages?: string[];
  /** What to do instead of another import. */
  instead: string;
}

const PREACT = ['preact', 'preact/hooks'];

/** Which way the arrows point (docs/architecture.md). A room that is missing here has no door. */
export const ROOMS: Record<string, Room> = {
  'lib/papers': {
    may: [],
    packages: ['zod/mini'],
    instead: 'the domain knows nothing of browsers, pages or databases: pass in what it needs',
  },
  'lib/text': {
    may: ['public'],
    types: ['lib/messages'],
    packages: ['wxt/browser'],
    instead: 'texts depend on nothing but _locales: put what makes them where it is shown',
  },
  'lib/maths': {
    may: ['lib/papers/normal.ts', 'lib/later.ts'],
    packages: ['temml'],
    instead: 'TeX is text in, text or a tree out: what shows or writes it takes it from there',
  },
  'lib/formats': {
    may: ['lib/papers', 'lib/maths'],
    packages: ['fflate', 'htmlparser2', 'zod/mini'],
    instead: 'a codec is pure: bookmarks in, text out; the caller reads and writes',
  },
  'lib/backup': {
    may: ['lib/papers', 'lib/formats'],
    types: ['lib/settings'],
    instead: 'the copy knows no database and no browser: its storage is a parameter',
  },
  'lib/remote': {
    may: ['lib/bytes.ts'],
    instead:
      'a kind of folder lists, reads, creates and removes files, and knows not what is in them',
  },
  'lib/sync': {
    may: ['lib/papers', 'lib/backup/copiedFields.ts', 'lib/bytes.ts'],
    types: ['lib/remote'],
    packages: ['zod/mini'],
    instead: 'syncing knows no database and no browser: its store and its folder are parameters',
  },
  'lib/markdown': {
    may: ['lib/maths'],
    packages: ['markdown-it'],
    instead: 'Markdown is text in, a tree out: components/reading shows it',
  },
  'lib/sites': {
    may: ['lib/papers'],
    instead: 'a site is DOM in, data out: lib/page and the entrypoint act on what it says',
  },
  'lib/settings': {
    may: ['lib/papers', 'lib/text/languages.ts'],
    packages: ['wxt/browser'],
    instead: 'a setting is declared here and knows nobody who reads it',
  },
  'lib/messages': {
    may: ['lib/papers', 'lib/settings', 'lib/remote/folder.ts'],
    types: ['lib/labels'],
    packages: ['wxt/browser', 'zod/mini'],
    instead:
      'messages are a contract: handlers belong to lib/worker, callers to lib/views and entrypoints',
  },
  'lib/store': {
    may: ['lib/papers', 'lib/messages', 'lib/sites/sites.ts', 'lib/sync'],
    types: ['lib/search', 'lib/ranking', 'lib/settings'],
    packages: ['dexie', 'idb', 'wxt/browser', 'zod/mini'],
    instead:
      'the store knows no page and no interface: return data, and let lib/worker or lib/views use it',
  },
  'lib/search': {
    may: ['lib/papers', 'lib/maths'],
    instead: 'searching is pure: rows come in and segments go out through lib/store',
  },
  'lib/ranking': {
    may: ['lib/papers', 'lib/maths', 'lib/search/index/terms.ts'],
    instead: 'ranking is pure: papers and choices come in, a model and scores go out',
  },
  'lib/labels': {
    may: ['lib/papers', 'lib/maths', 'lib/ranking', 'lib/text'],
    instead: 'a label is made of facts, words and a model: lib/worker and lib/views read those',
  },
  'lib/badge': {
    may: ['lib/papers'],
    types: ['lib/messages'],
    packages: ['wxt/browser'],
    instead: 'the badge shows a number that lib/worker counts',
  },
  'lib/worker': {
    may: [
      'lib/papers',
      'lib/messages',
      'lib/labels',
      'lib/search',
      'lib/ranking',
      'lib/settings',
      'lib/store',
      'lib/badge',
      'lib/text',
      'lib/backup',
      'lib/sync',
      'lib/remote',
      'lib/formats', // a card cannot carry the code that writes citations
      'lib/sites/givingBack.ts', // a folder may be on a host that a site needs, too
    ],
    packages: ['wxt/browser'],
    instead:
      'the worker has no interface: show things in components, find them on pages in lib/sites',
  },
  'lib/edits': {
    may: ['lib/papers'],
    types: ['lib/messages'],
    instead: 'edits are the same on a card and on our own pages: take what differs as a parameter',
  },
  'lib/page': {
    // How many cards a message may name is how many get a control.
    may: ['components', 'lib/edits', 'lib/papers', 'lib/text', 'lib/messages/limits.ts'],
    types: ['lib/labels', 'lib/messages', 'lib/sites'],
    packages: PREACT,
    instead: 'lib/page knows no site and no worker: take them as parameters from the entrypoint',
  },
  'lib/imports': {
    may: [
      'lib/papers',
      'lib/formats',
      'lib/messages',
      'lib/settings',
      'lib/store',
      'lib/text',
      'lib/yielding.ts',
    ],
    instead:
      'an import reads files and asks the worker: a page shows it, and gives it what it reads',
  },
  'lib/exports': {
    may: [
      'lib/papers',
      'lib/formats',
      'lib/backup',
      'lib/search',
      'lib/settings',
      'lib/store',
      'lib/text',
      'lib/views',
      'lib/yielding.ts',
    ],
    packages: ['wxt/browser'],
    instead: 'an export is bookmarks in and a file out: a page shows it and saves the file',
  },
  'lib/views': {
    may: [
      'lib/backup',
      'lib/edits',
      'lib/later.ts',
      'lib/papers',
      'lib/formats',
      'lib/markdown',
      'lib/maths',
      'lib/messages',
      'lib/labels',
      'lib/search',
      'lib/ranking',
      'lib/settings',
      'lib/store',
      'lib/text',
    ],
    packages: ['wxt/browser', ...PREACT],
    instead:
      'a view is the state of one of our pages: components show it, the entrypoint joins the two',
  },
  'lib/log.ts': { may: [], instead: 'the log only writes' },
  'lib/bytes.ts': { may: [], instead: 'it only joins' },
  'lib/later.ts': { may: [], instead: 'it only loads' },
  'lib/yielding.ts': { may: [], instead: 'it only waits' },
  components: {
    may: ['lib/papers', 'lib/maths', 'lib/text', 'lib/later.ts'],
    types: ['lib/formats', 'lib/labels', 'lib/markdown', 'lib/views'],
    packages: PREACT,
    instead:
      'a component has props in and callbacks out: let the entrypoint or lib/views do the rest',
  },
  entrypoints: {
    may: ['components', 'lib'],
    packages: ['#imports', '#site', 'wxt/browser', ...PREACT],
    instead: 'an entrypoint joins parts of components/ and lib/, and has no others',
  },
};

/** Imports against the arrows, each as a sentence. */
export function wrongArrows(house: House): string[] {
  return [...house].flatMap(([path, source]) => {
    if (!/^(lib|components|entrypoints)\//.test(path)) return [];
    const room = roomOf(path);
    const rules = ROOMS[room];
    if (rules === undefined) {
      return [
        sentence(
          path,
          `${room} is no room of ROOMS: say there what it may import, or put the file into a room that is.`,
        ),
      ];
    }
    return importsOf(path, source, house)
      .filter((found) => !isAllowed(room, rules, found))
      .map(({ to }) => sentence(path, `may not import ${to}: ${rules.instead}.`));
  });
}

function isAllowed(room: string, rules: Room, { from, to, kind }: Import): boolean {
  const target = roomOf(to);
  if (target === to && !to.startsWith('lib/')) return (rules.packages ?? []).includes(to);
  if (room === 'entrypoints' && target === room) return entrypointOf(from) === entrypointOf(to);
  if (target === room) return true;
  const allowed = [...rules.may, ...(kind === 'type' ? (rules.types ?? []) : [])];
  return (
    allowed.includes(target) ||
    allowed.includes(to) ||
    (target.startsWith('lib/') && allowed.includes('lib'))
  );
}

/** `lib/<folder>`, or the top folder; a package is its own room. */
function roomOf(path: string): string {
  const [top = '', folder] = path.split('/');
  if (top === 'lib') return `lib/${folder}`;
  return ['components', 'entrypoints', 'public'].includes(top) ? top : path;
}

function entrypointOf(path: string): string | undefined {
  return path.split('/')[1];
}
