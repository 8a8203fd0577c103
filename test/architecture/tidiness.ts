import { type House, sentence } from './house.ts';

/** Tests that list the facts of a captured page are longer by nature. */
const mostLines = (path: string): number => (path.startsWith('test/') ? 400 : 250);

const EMPTY_NAMES =
  /(^|[/_.-])(utils?|helpers?|managers?|services?|misc|common)([/_.-]|$)|[a-z](Utils?|Helpers?|Manager|Service)\./;

/** Files that have outgrown one reading. */
export function longFiles(house: House): string[] {
  return [...house]
    .filter(([path]) => /\.(tsx?|js|css)$/.test(path))
    .map(([path, source]) => ({ path, lines: source.trimEnd().split('\n').length }))
    .filter(({ path, lines }) => lines > mostLines(path))
    .map(({ path, lines }) =>
      sentence(
        path,
        `has ${lines} lines: find the second thing it does and give it a file of its own.`,
      ),
    );
}

/** Files and folders whose name says nothing. */
export function emptyNames(house: House): string[] {
  return [...house.keys()]
    .filter((path) => EMPTY_NAMES.test(path))
    .map((path) =>
      sentence(
        path,
        'name it after what is in it, not "utils", "helpers", "manager" or "service".',
      ),
    );
}

interface LineRule {
  word: RegExp;
  /** What makes it right, in the line itself, the one above or the two below. */
  unless: RegExp;
  instead: string;
  breach: string;
  right: string;
}

/** Things that are allowed with a reason. */
export const REASONS: LineRule[] = [
  {
    word: /biome-ignore/,
    unless: /biome-ignore(-all)? [\w/]+: .{10}/,
    instead: 'say after the colon why the rule is wrong here',
    breach: ['// biome-ignore', 'lint/a11y/x: -'].join(' '),
    right: ['// biome-ignore', 'lint/a11y/x: a group of buttons is no form'].join(' '),
  },
  {
    word: /@ts-(ignore|nocheck|expect-error)/,
    unless: /@ts-expect-error .{10}/,
    instead: 'use @ts-expect-error and say why',
    breach: ['// @ts', 'ignore'].join('-'),
    right: ['// @ts', 'expect-error this build has no types'].join('-'),
  },
  {
    word: /\b(test|it|describe|suite)\.(skip|skipIf|runIf|todo)\b|\bskip\(\)/,
    unless: /\((no|needs|only|without|not) [^)]+\)|\/\/ skipped .{10}/,
    instead: 'say why in the test\'s name, as "(needs …)", or in a comment "skipped …" above',
    breach: ["test.skip('stars a paper'", '() => {});'].join(', '),
    right: ["test.skipIf(!here)('reads it (needs the captured pages)'", '() => {});'].join(', '),
  },
];

/** Suppressions and skips without their reason. */
export function reasonless(house: House, rules: readonly LineRule[] = REASONS): string[] {
  return [...house].flatMap(([path, source]) => {
    if (!/\.(tsx?|js)$/.test(path)) return [];
    const lines = source.split('\n');
    return lines.flatMap((line, index) =>
      rules
        .filter(({ word, unless }) => {
          const around = lines.slice(Math.max(0, index - 1), index + 3).join('\n');
          return word.test(line) && !unless.test(around);
        })
        .map(({ instead }) => sentence(`${path}:${index + 1}`, `${instead}.`)),
    );
  });
}

/** Paths of somebody's machine. */
export function machinePaths(house: House): string[] {
  const machine = /(^|[\s'"`(=])(\/(home|Users|root|work|tmp|private)\/[\w.-]+|[A-Z]:\\Users)/;
  return [...house].flatMap(([path, source]) =>
    source
      .split('\n')
      .flatMap((line, index) =>
        machine.test(line)
          ? [
              sentence(
                `${path}:${index + 1}`,
                'a path of one machine: make it relative to the file, or ask the system.',
              ),
            ]
          : [],
      ),
  );
}
