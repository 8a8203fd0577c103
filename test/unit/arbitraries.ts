import fc from 'fast-check';
import { KNOWN_FIELDS } from '../../lib/formats/json/envelope';
import { type Annotation, STATUSES } from '../../lib/papers/annotation';
import type { Bookmark } from '../../lib/papers/bookmark';
import type { PaperId } from '../../lib/papers/ids';
import type { Fact, Paper, Source } from '../../lib/papers/paper';
import { FACTS, withOwnSources } from '../../lib/papers/sources';
import { cleanTag, unionTags } from '../../lib/papers/tags';

const maybe = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(values, { nil: undefined });
const name = fc.string({ minLength: 1, maxLength: 30 });
const unproto = name.filter((text) => text !== '__proto__'); // no field may be called so
const count = maybe(fc.nat());
const address = maybe(fc.webUrl({ validSchemes: ['http', 'https'] }));

const sources = fc.dictionary(
  fc.constantFrom(...FACTS),
  fc.constantFrom<Source[]>('link', 'bibliography'),
) as fc.Arbitrary<Partial<Record<Fact, Source>>>; // of no other keys

/** Any paper of this id that the schema accepts. */
export function paper(id: PaperId): fc.Arbitrary<Paper> {
  return fc
    .record({
      id: fc.constant(id),
      title: fc.string({ minLength: 1, unit: 'grapheme' }),
      abstract: maybe(fc.string({ unit: 'grapheme' })),
      authors: fc.array(name, { maxLength: 5 }),
      authorCount: count,
      moreAuthors: fc.constantFrom(undefined, undefined, true),
      familyNames: maybe(fc.dictionary(unproto, name, { minKeys: 1, maxKeys: 3 })),
      organization: maybe(fc.record({ name, fullname: maybe(name) })),
      publishedAt: maybe(
        fc
          .date({ min: new Date('1991-08-01'), max: new Date('2099-12-31'), noInvalidDate: true })
          .map((date) => date.toISOString().slice(0, 10))
          .chain((day) => fc.constantFrom(day, day.slice(0, 7), day.slice(0, 4))),
      ),
      upvotes: count,
      comments: count,
      githubRepo: address,
      githubStars: count,
      projectPage: address,
      venue: maybe(name),
      keywords: maybe(fc.array(name, { maxLength: 4 })),
      version: maybe(fc.integer({ min: 1, max: 999 })),
      versionRead: maybe(fc.integer({ min: 1, max: 999 })),
      withdrawn: maybe(fc.boolean()),
      sources: maybe(sources),
    })
    .map((facts) => withOwnSources(JSON.parse(JSON.stringify(facts)) as Paper)); // drops the undefined ones
}

const time = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const fewTimes = fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-06-01T00:00:00.000Z');
const at = fc.oneof(fc.constant(null), fewTimes, time);
const words = fc.oneof(
  fc.constantFrom('', 'foo', 'foo bar', 'bar', 'x\n\n---\n\nfoo'),
  fc.string(),
);
const tags = fc.array(fc.oneof(fc.constantFrom('RL', 'rl', 'llm'), fc.string())).map((list) =>
  unionTags(
    list.map(cleanTag).filter((tag) => tag !== ''),
    [],
  ),
);

/** Any annotation: times may be equal or missing, notes hold one another, tags come in two spellings. */
export const annotation: fc.Arbitrary<Annotation> = fc.record({
  starred: fc.boolean(),
  starredAt: at,
  status: fc.constantFrom(null, ...STATUSES),
  statusAt: at,
  tags,
  tagsAt: at,
  note: words,
  noteAt: at,
  createdAt: time,
});

/** Fields of an imported record that no version knows, as JSON gives them, or undefined. */
export const extra: fc.Arbitrary<Record<string, unknown> | undefined> = maybe(
  fc
    .dictionary(
      fc
        .string({ minLength: 1 })
        .filter((field) => field !== '__proto__' && !KNOWN_FIELDS.has(field)),
      fc.jsonValue(),
      { minKeys: 1 },
    )
    .map((fields): Record<string, unknown> => JSON.parse(JSON.stringify(fields))),
);

/** Any canonical paper id. */
export const paperId: fc.Arbitrary<PaperId> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 7, max: 30 }), fc.integer({ min: 1, max: 12 }), fc.nat(99_999))
    .map(([year, month, number]): PaperId => {
      const pad = (value: number, width: number): string => String(value).padStart(width, '0');
      return `arxiv:${pad(year, 2)}${pad(month, 2)}.${pad(number, 5)}`;
    }),
  fc.stringMatching(/^[a-z]{1,8}-paper$/).map((segment): PaperId => `hf:${segment}`),
  fc.constantFrom<PaperId[]>('arxiv:hep-th/9901001', 'arxiv:math/0309136'),
  fc.constantFrom<PaperId[]>(
    'openreview:gH-5678_iJ',
    'acl:2021.naacl-main.208',
    'acl:N04-1001',
    'doi:10.1101/2025.08.30.673281',
    'dblp:conf/esem/CalefatoQLK23',
    'scholar:2BmMArIDz08J',
    'scholar:8daWuo4AAAAJ:bFI3QPDXJZMC',
  ),
);

/** Any bookmark that the store could hold. */
export const bookmark: fc.Arbitrary<Bookmark> = fc
  .tuple(paperId.chain(paper), annotation, extra)
  .map(([facts, said, unknown]) => ({
    paper: facts,
    annotation: said,
    ...(unknown === undefined ? {} : { extra: unknown }),
  }));

/** Any library: bookmarks of different papers, by id. */
export const library: fc.Arbitrary<Bookmark[]> = fc
  .uniqueArray(bookmark, { selector: ({ paper: { id } }) => id, maxLength: 20 })
  .map((bookmarks) => bookmarks.sort((a, b) => (a.paper.id < b.paper.id ? -1 : 1)));
