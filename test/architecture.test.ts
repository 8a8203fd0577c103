import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { circles } from './architecture/circles.ts';
import { importsOf, readHouse, withoutComments } from './architecture/house.ts';
import { reachedTooMuch } from './architecture/reach.ts';
import { wrongArrows } from './architecture/rooms.ts';
import { textTroubles } from './architecture/texts.ts';
import {
  emptyNames,
  longFiles,
  machinePaths,
  REASONS,
  reasonless,
} from './architecture/tidiness.ts';
import { misplacedWords, WORDS } from './architecture/words.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = ['lib', 'components', 'entrypoints', 'public', 'wxt.config.ts'];
const REST = ['scripts', 'test', 'docs', '.ci', 'README.md', 'CHANGELOG.md', 'vitest.config.ts'];
const house = readHouse(root, SOURCES);
const everything = new Map([...house, ...readHouse(root, REST)]);
const own = new Map([...everything].filter(([path]) => !path.startsWith('test/architecture')));

describe('the house', () => {
  test('imports follow the arrows', () => expect(wrongArrows(house)).toEqual([]));
  test('no files import one another in a circle', () => expect(circles(house)).toEqual([]));
  test('each context loads what it may', () => expect(reachedTooMuch(house)).toEqual([]));
  test('words are in their rooms', () => expect(misplacedWords(house)).toEqual([]));
  test('texts are used and exist', () => expect(textTroubles(house)).toEqual([]));
  test('no file has outgrown one reading', () => expect(longFiles(everything)).toEqual([]));
  test('names say what is inside', () => expect(emptyNames(everything)).toEqual([]));
  test('suppressions and skips have reasons', () => expect(reasonless(own)).toEqual([]));
  test('no path of a machine', () => expect(machinePaths(own)).toEqual([]));
  test('it is all there to be read', () => expect(house.size).toBeGreaterThan(30));
});

describe('the rules notice', () => {
  const one = (path: string, text: string) => new Map([[path, text]]);

  test.each(WORDS)('a word out of place: $breach.line', ({ breach }) => {
    expect(misplacedWords(one(breach.path, breach.line))).not.toEqual([]);
    expect(misplacedWords(one(breach.path, `// ${breach.line}`))).toEqual([]);
  });

  test.each(REASONS)('a missing reason: $breach', ({ breach, right }) => {
    expect(reasonless(one('lib/a.ts', breach))).toHaveLength(1);
    expect(reasonless(one('lib/a.ts', right))).toEqual([]);
  });

  test.each([
    ['lib/papers/a.ts', "import { text } from '../text/text';"],
    ['lib/papers/a.ts', "import Dexie from 'dexie';"],
    ['lib/sites/a.ts', "import type { Store } from '../store/database';"],
    ['lib/page/a.ts', "import { send } from '../messages/client';"],
    ['lib/views/a.ts', "import {\n  a,\n  b,\n} from '../page/mounts';"],
    ['components/a.tsx', "export { browser } from 'wxt/browser';"],
    ['components/a.tsx', "const later = await import('../lib/store/reader');"],
    ['entrypoints/popup/main.tsx', "import { a } from '../site.content/index';"],
    ['lib/attic/a.ts', ''],
  ])('an arrow that points the wrong way: %s %s', (path, text) => {
    expect(wrongArrows(one(path, text))).toHaveLength(1);
  });

  test.each([
    ['lib/page/a.ts', "import type { Send } from '../messages/client';"],
    ['lib/page/a.ts', "import { Star } from '../../components/Star';"],
    ['entrypoints/background.ts', "import { browser } from '#imports';\nimport '../lib/worker/a';"],
  ])('nothing where the arrow is right: %s', (path, text) => {
    expect(wrongArrows(one(path, text))).toEqual([]);
  });

  test('what is loaded by a detour, and not what is loaded later or only as a type', () => {
    const detour = new Map([
      ['entrypoints/popup/index.html', '<script type="module" src="./main.tsx"></script>'],
      ['entrypoints/popup/main.tsx', "import { a } from '../../lib/views/a';"],
      ['lib/views/a.ts', "import { db } from '../store/database';"],
      ['lib/store/database.ts', "import Dexie from 'dexie';"],
    ]);
    expect(reachedTooMuch(detour)).toHaveLength(1);
    const later = new Map(detour).set('lib/views/a.ts', "await import('../store/database');");
    expect(reachedTooMuch(later)).toEqual([]);
    const types = new Map(detour).set(
      'lib/views/a.ts',
      "import type { D } from '../store/database';",
    );
    expect(reachedTooMuch(types)).toEqual([]);
  });

  test.each([
    ["import { b } from './b';", "import type { a } from './a';"],
    ["import { b } from './b';", "const later = () => import('./a');"],
  ])('a circle: %s %s', (a, b) => {
    expect(circles(new Map([...one('lib/x/a.ts', a), ...one('lib/x/b.ts', b)]))).toHaveLength(1);
    expect(circles(new Map([...one('lib/x/a.ts', a), ...one('lib/x/b.ts', '')]))).toEqual([]);
  });

  test('unused, missing and undescribed texts', () => {
    const texts = new Map([
      [
        'public/_locales/en/messages.json',
        '{ "a": { "message": "A" }, "n_other": { "message": "N", "description": "-" } }',
      ],
      ['lib/a.ts', "text('b'); countText('n', 1);"],
    ]);
    expect(textTroubles(texts)).toHaveLength(3);
  });

  test('long files, empty names and paths of a machine', () => {
    expect(longFiles(one('lib/a.ts', 'a\n'.repeat(251)))).toHaveLength(1);
    expect(longFiles(one('lib/a.ts', 'a\n'.repeat(250)))).toEqual([]);
    for (const path of ['lib/utils/a.ts', 'lib/papers/dateHelper.ts', 'lib/store-manager.ts']) {
      expect(emptyNames(one(path, ''))).toHaveLength(1);
    }
    expect(emptyNames(one('lib/worker/handlers.ts', ''))).toEqual([]);
    expect(machinePaths(one('README.md', 'cd /home/someone/asterism'))).toHaveLength(1);
  });

  test('imports and comments for what they are', () => {
    const text =
      "import a from 'b'; // import c from 'd'\nconst url = 'https://e';\n/* import 'f' */";
    expect(importsOf('lib/a.ts', text, new Map()).map(({ to }) => to)).toEqual(['b']);
    expect(withoutComments(text)).toContain('https://e');
  });
});
