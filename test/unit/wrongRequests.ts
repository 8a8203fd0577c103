import type { MessageName, Request } from '../../lib/messages/contract';
import { REQUESTS } from './requests';

// Every way in which a request can be wrong, made from one that is right.

const AT = '2026-04-16T10:00:00.000Z';

/** A paper with all its facts. */
export const PAPER = {
  id: 'arxiv:2504.00001' as const,
  title: 'A title',
  abstract: 'An abstract',
  authors: ['Ann'],
  authorCount: 1,
  organization: { name: 'org', fullname: 'The Organization' },
  publishedAt: '2026-04-16',
  upvotes: 1,
  comments: 1,
  githubRepo: 'https://github.com/a/b',
  githubStars: 1,
  projectPage: 'https://example.org/',
  keywords: ['k'],
};
const ANNOTATION = {
  starred: true,
  starredAt: AT,
  status: 'read' as const,
  statusAt: AT,
  tags: ['t'],
  tagsAt: AT,
  note: 'n',
  noteAt: AT,
  createdAt: AT,
};
const PATCH = { starred: true, status: 'read' as const, addTags: ['a'], removeTags: ['b'] };
const { id } = PAPER;

/** Requests in which no part is left out. */
const WHOLE: { [N in MessageName]?: Request<N> } = {
  'annotation.patch': { id, patch: { ...PATCH, note: 'n' }, paper: PAPER },
  'paper.copy': { id, as: 'bibtex', paper: PAPER },
  'annotations.patchMany': { job: 'j', ids: [id], patch: PATCH },
  'trash.empty': { which: [id] },
  'import.stage': {
    import: 'i',
    part: 0,
    bookmarks: [{ paper: PAPER, annotation: ANNOTATION, isImplied: false }],
    shelves: {
      searches: [{ name: 'S', query: 'is:read', savedAt: AT }],
      colours: [{ key: 't', tag: 't', colour: 'blue' }],
    },
  },
};

/** What may be absent, null, or hold what nobody knows; everything else may not. Paths without places in lists. */
const OPTIONAL =
  /^(?:library|paper|shelves|passphrase|patch\.\w+|bookmarks\.isImplied|.*paper\.(?:abstract|authorCount|organization|organization\.fullname|publishedAt|upvotes|comments|githubRepo|githubStars|projectPage|keywords))$/;
const NULLABLE =
  /^(?:patch\.status|colour|minutes|library|bookmarks\.annotation\.(?:status|\w+At))$/;
const NOT_NULLABLE = /createdAt$/;
const STRICT = /^(?:|patch|policy|shelves|place)$/;
/** One that cannot be read is left out, and the others count (`test/unit/server.test.ts`). */
const FORGIVEN = /^papers\b/;

const KINDS: [kind: string, value: unknown][] = [
  ['null', null],
  ['a flag', true],
  ['a number', 7],
  ['a text', ' \u0000'],
  ['a list', [[]]],
  ['an object', { toString: 'x', length: 1 }],
];
const STRANGE_IDS = [
  '__proto__',
  'constructor',
  'arxiv:',
  'arxiv:../../x',
  'hf:',
  `hf:${'x'.repeat(101)}`,
];
const STRANGE_NUMBERS = [-1, 1.5, 2 ** 60, 1e308];
const STRANGE_ADDRESSES = ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '//x'];

export interface Wrong {
  what: string;
  request: unknown;
}

/** Requests that are wrong in one place each. */
export function wrongRequests(name: MessageName): Wrong[] {
  const whole: unknown = WHOLE[name] ?? REQUESTS[name];
  return [...variants(whole, '')].map(([what, request]) => ({ what: `${name}: ${what}`, request }));
}

type Variant = [what: string, value: unknown];

function* variants(value: unknown, path: string): Generator<Variant> {
  if (FORGIVEN.test(path)) return;
  for (const [kind, other] of KINDS) {
    const isAllowed = other === null && NULLABLE.test(path) && !NOT_NULLABLE.test(path);
    if (kindOf(other) !== kindOf(value) && !isAllowed) yield [`${path} is ${kind}`, other];
  }
  for (const other of strange(value, path))
    yield [`${path} is ${String(other).slice(0, 40)}`, other];
  if (Array.isArray(value)) {
    for (const [what, item] of value.length > 0 ? variants(value[0], path) : []) {
      yield [`${what}, in a list`, [item]];
    }
  } else if (typeof value === 'object' && value !== null) {
    yield* ofObject(value as Record<string, unknown>, path); // it is no list
  }
}

function* ofObject(value: Record<string, unknown>, path: string): Generator<Variant> {
  if (STRICT.test(path)) {
    yield [`${path} has one more`, { ...value, surprise: 1 }];
    yield [
      `${path} has "constructor"`,
      { ...value, constructor: { prototype: { starred: true } } },
    ];
    yield [
      `${path} has "__proto__"`,
      JSON.parse(
        `{"__proto__": {"starred": true}, ${JSON.stringify(value).slice(1)}`.replace(', }', '}'),
      ),
    ];
  }
  for (const [key, part] of Object.entries(value)) {
    const at = path === '' ? key : `${path}.${key}`;
    const { [key]: _, ...rest } = value;
    if (!OPTIONAL.test(at)) yield [`${at} is absent`, rest];
    for (const [what, other] of variants(part, at)) yield [what, { ...value, [key]: other }];
  }
}

function strange(value: unknown, path: string): unknown[] {
  if (typeof value === 'number') return STRANGE_NUMBERS;
  if (typeof value !== 'string') return [];
  if (/^https:/.test(value)) return STRANGE_ADDRESSES;
  if (value === id) return STRANGE_IDS;
  if (/(?:At|status|colour|as)$/.test(path)) return ['yesterday', 'constructor', ''];
  return [];
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
}
