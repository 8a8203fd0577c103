import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Bookmark } from '../../../lib/papers/bookmark';
import { cleanTag } from '../../../lib/papers/tags';
import { library } from '../arbitraries';
import { bookmarksIn, decode, encode, starred } from './files';

test('a library that is exported and read back is the same library', async () => {
  await fc.assert(
    fc.asyncProperty(library, fc.integer({ min: 1, max: 7 }), async (bookmarks, batch) => {
      const decoded = await decode(encode(bookmarks, batch));
      expect(decoded.map((item) => (item.kind === 'bookmark' ? item.leftOut : item))).toEqual(
        bookmarks.map(() => []),
      );
      expect(bookmarksIn(decoded)).toEqual(bookmarks);
    }),
  );
});

test('an export is the same text whatever the batches, and after a round trip', async () => {
  await fc.assert(
    fc.asyncProperty(library, async (bookmarks) => {
      const text = encode(bookmarks, 3);
      expect(encode(bookmarks, 500)).toBe(text);
      expect(encode(bookmarksIn(await decode(text)))).toBe(text);
    }),
  );
});

test('it does not matter where the pieces of a file are cut', async () => {
  await fc.assert(
    fc.asyncProperty(library, fc.integer({ min: 1, max: 50 }), async (bookmarks, size) => {
      expect(bookmarksIn(await decode(encode(bookmarks), size))).toEqual(bookmarks);
    }),
    { numRuns: 30 },
  );
});

test('a file re-indented, minified or with its fields in another order is read the same', async () => {
  await fc.assert(
    fc.asyncProperty(library, async (bookmarks) => {
      const parsed: Record<string, unknown> = JSON.parse(encode(bookmarks));
      const reversed = Object.fromEntries(Object.entries(parsed).reverse()); // papers before version
      for (const text of [
        JSON.stringify(parsed),
        JSON.stringify(parsed, null, 2),
        JSON.stringify(parsed, null, '\t').replaceAll('\n', '\r\n'),
        JSON.stringify(reversed, null, 4),
      ]) {
        expect(bookmarksIn(await decode(text, 97))).toEqual(bookmarks);
      }
    }),
    { numRuns: 30 },
  );
});

test('one record is one line, whatever is in it', async () => {
  const odd = starred(1, 'a\nb\u2028c\u2029d\u0000e \ud800 lone, \u{1f52d}');
  const text = encode([odd, starred(2)]);
  expect(text.split(/[\n\r\u2028\u2029]/)).toHaveLength(13);
  expect(text.endsWith('}\n')).toBe(true);
  expect(Buffer.from(text).toString()).toBe(text); // nothing that UTF-8 cannot say
  expect(bookmarksIn(await decode(text))[0]).toEqual(odd);
});

test('the counts at the end are those of what was written', () => {
  const tagged = (bookmark: Bookmark, tags: string[]): Bookmark => ({
    ...bookmark,
    annotation: { ...bookmark.annotation, tags },
  });
  const file = JSON.parse(encode([tagged(starred(1), ['RL', 'llm']), tagged(starred(2), ['rl'])]));
  expect(file.counts).toEqual({ papers: 2, tags: 2 });
});

test('a record named after an object’s prototype does no harm', async () => {
  const line = encode([starred(1)]).replace(
    '"title"',
    '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":2}},"links2":{"__proto__":{"polluted":3}},"title"',
  );
  const [read] = bookmarksIn(await decode(line));
  expect(read?.paper).toEqual(starred(1).paper);
  expect(Object.keys(read?.extra ?? {})).toEqual(['constructor', 'links2']);
  expect(Object.getPrototypeOf(read?.extra)).toBe(Object.prototype);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  expect(encode(read ? [read] : [])).toContain('"constructor":{"prototype":{"polluted":2}}');
});

test('unknown parts of a known field are kept too', async () => {
  const text = encode([starred(1)]).replace(
    '"links":{',
    '"links":{"sciRate":"https://scirate.com/1",',
  );
  const read = bookmarksIn(await decode(text));
  expect(read[0]?.extra).toEqual({ links: { sciRate: 'https://scirate.com/1' } });
  expect(encode(read)).toContain('"sciRate":"https://scirate.com/1"');
});

test('a clean tag is clean: cleaning it again changes nothing', () => {
  const typed = fc.string({
    unit: fc.constantFrom('#', ' ', '/', ',', 'a', 'É', 'é', '\n'),
    maxLength: 130,
  });
  fc.assert(
    fc.property(typed, (tag) => {
      expect(cleanTag(cleanTag(tag))).toBe(cleanTag(tag));
    }),
  );
});
