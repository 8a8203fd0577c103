import type { Shape } from './cost';

/** Characters that mean something to some reader of texts, and some of every kind that do not. */
const SIGNS = [
  ...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~ \t\r\n\0a1Zé学한😀\ud800\u0301\u0323\u093e\u200b\u2028ﷺİ',
];

/** What is an opener, a closer, a mark of its own or a trap in one of the formats or in Markdown. */
const PHRASES = [
  ...[
    '\u0301\u0323',
    '\u093c\u094d',
    '\uff9e\u0334',
    '\u0344',
    '\u1100\u1161',
    "ﷺ'",
    '👩\u200d💻',
    '\r\n',
    ' \n',
    '\n\n',
    '\n    ',
  ],
  ...[
    '>\n>>\n--',
    '> ',
    '- ',
    '- a\n  ',
    '1. ',
    '# ',
    '[a](',
    '[](',
    '![',
    '[][',
    '[a]: b "',
    '[a]: <',
    '[a]\n\n[a]: b\n',
    '[[',
    ']]',
  ],
  ...[
    '**a ',
    '*a_ ',
    '_a',
    '~~a',
    '`` ` ',
    '```\n',
    '|a',
    '|-',
    '\\\n',
    '<!--',
    '<?',
    '<![CDATA[',
    '<a',
    '</',
    '<a href="',
    'http://',
    'https://a.b/(',
    '<http:',
    'a@b.c ',
    '&amp;',
    '&#0;',
    '&a',
  ],
  ...[
    '"a",',
    '""',
    '"\\',
    '\\\\',
    '\\u0000',
    '{"a":',
    '{"a":1},',
    '[1,',
    '"a',
    "'a',",
    'a: b\n',
    'a: [',
    '- "a"\n',
    '---\n',
    '\n---\n',
    '\n---\n\n',
  ],
  ...[
    '@misc{',
    '@misc{a,\n',
    '@misc(',
    '@string{a = a # a}\n',
    'a = {',
    'a # ',
    '\\"',
    "\\'{",
    '\\href{',
    '^{',
    '_{',
    '$a',
    '$$',
    '--',
    '``',
    "''",
    '{{a}} and ',
    'family=a, ',
  ],
  ...[
    'TY  - A\n',
    'ER  - \n',
    'KW  - a\n',
    'A1  - a, b\n',
    '\n  A',
    '<DL>',
    '</DL>',
    '<DL><DT>',
    '<DT><A HREF="',
    '<DT><A HREF="x">',
    '<DD>',
    '<H3>a',
    '[linkding-notes]',
    '<p>',
    '<br',
  ],
  ...[
    'arXiv:',
    'arxiv.org/abs/',
    '2401.00001 ',
    '2401.',
    '10.48550/',
    'a-',
    'a.',
    'a.a.',
    'doi.org/',
    'https://arxiv.org/abs/2401.00001\n',
    'hf.co/',
    '1e',
  ],
  ...[
    ' and',
    'and ',
    'a, b and ',
    'a;',
    ', ',
    'a b, ',
    'A. ',
    'A.-',
    'von ',
    'de la ',
    'Jr., ',
    'ab ',
  ],
  ...[
    'tag:',
    'tag:"',
    'a/b ',
    'a/',
    ' /',
    '/ ',
    '# ',
    ' #a',
    'OR ',
    '(a OR ',
    '-(',
    '- -',
    'year:1..',
    '|',
  ],
];

const REPEATED: readonly string[] = [...SIGNS, ...PHRASES];

const repeated =
  (unit: string): Shape =>
  (size) =>
    unit.repeat(Math.ceil(size / unit.length)).slice(0, size);

/** Texts that do not consist of one thing again and again, by what they are. */
const OTHERS: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ...['()', '[]', '{}', '<>', '**', '``', '""'].map(([open = '', close = '']): [string, Shape] => [
    `nested ${open}${close}`,
    (size) => open.repeat(size / 2) + close.repeat(size / 2),
  ]),
  ...[...' \n\t-.,;/\\[{("`*_$#:|'].map((unit): [string, Shape] => [
    `much of ${unit} within a line`,
    (size) => `a${unit.repeat(size)}b`,
  ]),
  ...[' ', '\n', ',', '/', ';', '\t', ' and ', ' OR ', '|', '\n\n'].map((gap): [string, Shape] => [
    `different words parted by ${gap}`,
    (size) => counted(size / 8, (n) => `w${n}`).join(gap),
  ]),
  ['many keys', (size) => `{${counted(size / 14, (n) => `"k${n}":${n}`).join(',')}}`],
  ['deep objects', (size) => '{"a":'.repeat(size / 6) + '}'.repeat(size / 6)],
  [
    'deep lists in Markdown',
    (size) => counted(Math.sqrt(size), (n) => `${' '.repeat(n)}- a\n`).join(''),
  ],
  [
    'growing runs of backticks',
    (size) => counted(Math.sqrt(2 * size), (n) => '`'.repeat(n)).join(' '),
  ],
  ['growing tags', (size) => counted(Math.sqrt(size), (n) => `${'a/'.repeat(n)}b`).join(' ')],
  [
    'references',
    (size) => `${counted(size / 20, (n) => `[r${n}]: b\n`).join('')}\n${'[r1]'.repeat(size / 8)}`,
  ],
  ['footnotes of one name', (size) => `${'[a]: b\n'.repeat(size / 14)}\n${'[a]'.repeat(size / 6)}`],
  [
    'a wide table',
    (size) => `${'|a'.repeat(size / 6)}\n${'|-'.repeat(size / 6)}\n${'|b'.repeat(size / 6)}`,
  ],
  ['a long table', (size) => `|a|b|\n|-|-|\n${'|c\n'.repeat(size / 3)}`],
  [
    'a column for each row',
    (size) => counted(Math.sqrt(size), () => '|-'.repeat(Math.sqrt(size) / 2)).join('\n'),
  ],
  ['different papers in a line', (size) => papers(size / 12, ' ')],
  ['different papers in a row', (size) => `|${papers(size / 12, '|')}|`],
  ['different papers in a cell', (size) => `|${papers(size / 12, ' ')}|a|`],
  ['one paper in a row again and again', (size) => `|${'arXiv:2401.00001|'.repeat(size / 17)}`],
  [
    'lines before a table',
    (size) => `${'\n'.repeat(size)}url,title\nhttps://arxiv.org/abs/2401.00001,a`,
  ],
  ['strings that double', (size) => doubling(size, (n) => `@string{a${n + 1} = a${n} # a${n}}`)],
  [
    'YAML anchors that double',
    (size) => doubling(size, (n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`),
  ],
  ['entities that double', (size) => doubling(size, (n) => `<!ENTITY a${n + 1} "&a${n};&a${n};">`)],
]);

function counted(count: number, each: (n: number) => string): string[] {
  return Array.from({ length: Math.ceil(count) }, (_, n) => each(n));
}

function papers(count: number, gap: string): string {
  return counted(count, (n) => `2401.${10_000 + n}`).join(gap);
}

function doubling(size: number, line: (n: number) => string): string {
  const lines: string[] = [];
  for (let length = 0, n = 0; length < size; n++) {
    lines.push(line(n % 64));
    length += line(n % 64).length + 1;
  }
  return lines.join('\n');
}

/** Every shape by what it is, and so many besides, of random pieces under a seed. */
export function allShapes(more: number, seed: number): Map<string, Shape> {
  const all = new Map<string, Shape>([
    ...REPEATED.map((unit): [string, Shape] => [JSON.stringify(unit), repeated(unit)]),
    ...OTHERS,
  ]);
  const random = randomBelow(seed);
  const any = (of: readonly string[]): string => of[random(of.length)] ?? '';
  for (let left = more; left > 0; left--) {
    const unit = Array.from({ length: 2 + random(2) }, () =>
      any(random(3) > 0 ? SIGNS : PHRASES),
    ).join('');
    const [before, after] = [any(['', ...PHRASES]), any(['', '', ...SIGNS])];
    const name = [before, `${unit}…`, after].map((part) => JSON.stringify(part)).join(' + ');
    all.set(name, (size) => before + repeated(unit)(size) + after);
  }
  return all;
}

/** Shapes that once cost too much. */
const ONCE = [
  ...['"\u0301\u0323"', '">\\n>>\\n--"', '"<!--"', '","', '" and"', '"\\n"', '"2401.00001 "'],
  ...[
    `"ﷺ'"`,
    'much of   within a line',
    'much of \n within a line',
    'strings that double',
    'one paper in a row again and again',
  ],
];

/** Those. */
export function costlyShapes(): Map<string, Shape> {
  const all = allShapes(0, 0);
  return new Map(ONCE.map((name) => [name, all.get(name) ?? repeated(name)]));
}

/** A few of all the others under a seed. */
export function someShapes(seed: number): Map<string, Shape> {
  const all = [...allShapes(8, seed)];
  const random = randomBelow(seed);
  return new Map(Array.from({ length: 8 }, () => all[random(all.length)] ?? ['', repeated(' ')]));
}

/** Whole numbers below a limit; the same ones again for the same seed (a linear congruential generator). */
function randomBelow(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
