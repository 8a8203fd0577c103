import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { copiedFields } from '../../lib/backup/copiedFields.ts';
import { listedRank } from '../../lib/papers/list.ts';
import type { Query } from '../../lib/papers/query/ast.ts';
import { countsOf } from '../../lib/store/counts.ts';
import { STATUS_NAMES } from '../e2e/drive/editor.ts';
import { named } from '../e2e/drive/names.ts';
import { findControls } from '../e2e/harness/controls.ts';
import { presentCopy } from '../e2e/harness/copy.ts';
import { surfaceOf } from '../e2e/harness/surface.ts';
import type { Listed } from './listing.ts';
import type { ActorName } from './plan.ts';
import { rowsIn, type StoredBookmark } from './rows.ts';
import type { Stage } from './stage.ts';

/** How long a view may take to show what is stored. */
const PATIENCE_MS = 8_000;

/** Rows of a list that are looked at: more are not in the document. */
const LOOKED_AT = 5;

/** Every view that does not say what the database says, as sentences. */
export async function disagreements(
  stage: Stage,
  rows: readonly StoredBookmark[],
  papers: readonly Listed[],
): Promise<string[]> {
  const tops = first(rows, papers);
  const found = await Promise.all([
    ranks(rows),
    agree('the counts', await countsIn(stage), () => Promise.resolve(counted(rows))),
    agree('the popup', tops, () => listIn(stage, 'popup', POPUP_ROW, tops)),
    agree('the library page', tops, () => listIn(stage, 'library', LIBRARY_ROW, tops)),
    agree('the search', searched(rows), () => searchIn(stage)),
    agree('the copy', copied(rows), () => copyIn(stage)),
    cards(stage, 'cards 1', rows, papers),
    cards(stage, 'cards 2', rows, papers),
  ]);
  return found.flat();
}

/** Waits until a view says what it should; what it says else is the sentence. */
async function agree(
  name: string,
  wanted: unknown,
  read: () => Promise<unknown>,
): Promise<string[]> {
  const text = JSON.stringify(wanted);
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const now = JSON.stringify(await read());
    if (now === text) return [];
    if (performance.now() > end) return [`${name}: ${now} and not ${text}`];
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function ranks(rows: readonly StoredBookmark[]): string[] {
  return rows
    .filter((row) => listedRank(row) !== row.rank)
    .map(({ id, rank }) => `${id} is sorted by ${rank}`);
}

function counted(rows: readonly StoredBookmark[]): [string, number][] {
  return [...countsOf(rows.map((after) => ({ before: null, after })))].sort();
}

async function countsIn(stage: Stage): Promise<[string, number][]> {
  const [counts] = await rowsIn<[{ key: string; count: number }[]]>(stage.keeper(), ['counts']);
  return counts.map(({ key, count }): [string, number] => [key, count]).sort();
}

/** What a list shows of a paper. */
type Shown = [title: string, starred: boolean];

/** The run's papers among the first of the library. A paper that was edited in a list keeps its place there, by intent. */
function first(rows: readonly StoredBookmark[], papers: readonly Listed[]): Shown[] {
  const mine = new Set(papers.map(({ id }) => id));
  return rows
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, LOOKED_AT)
    .filter(({ id }) => mine.has(id))
    .map(({ paper, annotation }): Shown => [paper.title, annotation.starred])
    .sort();
}

const POPUP_ROW = { row: '.paper-row', title: '.paper-title' };
const LIBRARY_ROW = { row: '.grid-row', title: '.row-title' };

async function listIn(
  stage: Stage,
  who: ActorName,
  { row, title }: typeof POPUP_ROW,
  tops: readonly Shown[],
): Promise<Shown[]> {
  const page = stage.actor(who)?.page;
  // A row that was clicked may have been scrolled to; of a long list only what is in sight is in the document.
  await page?.evaluate(() => {
    for (const list of [document.scrollingElement, document.querySelector('.paper-grid')]) {
      if (list) list.scrollTop = 0;
    }
  });
  const shown = await page
    ?.locator(row)
    .evaluateAll(
      (all, name) =>
        all.map((one): [string, boolean] => [
          one.querySelector(name)?.textContent ?? '',
          one.querySelector('.star-button')?.ariaPressed === 'true',
        ]),
      title,
    );
  const wanted = new Set(tops.map(([name]) => name));
  return (shown ?? []).filter(([name]) => wanted.has(name)).sort();
}

/** Searches whose answers depend on each part of an annotation. */
const SEARCHES: Query[] = [
  { kind: 'all' },
  { kind: 'is', what: 'starred' },
  { kind: 'is', what: 'reading' },
  { kind: 'is', what: 'noted' },
  { kind: 'tag', tag: 'rl' },
  { kind: 'word', text: 'whole' },
];

function searched(rows: readonly StoredBookmark[]): string[][] {
  const fits: ((row: StoredBookmark) => boolean)[] = [
    () => true,
    ({ annotation }) => annotation.starred,
    ({ annotation }) => annotation.status === 'reading',
    ({ annotation }) => annotation.note.trim() !== '',
    ({ annotation }) => annotation.tags.some((tag) => `${tag}/`.startsWith('rl/')),
    ({ annotation }) => annotation.note.split(/\s+/).some((word) => word.startsWith('whole')),
  ];
  return fits.map((fit) =>
    rows
      .filter(fit)
      .map(({ id }) => id)
      .sort(),
  );
}

/** What the search index finds, in a worker as our own pages have it. */
async function searchIn(stage: Stage): Promise<string[][]> {
  const script = readdirSync(join(stage.extension, 'assets')).find((name) =>
    /^worker-.*\.js$/.test(name),
  );
  const answers = await stage.actor('popup')?.page.evaluate(
    async ({ script: path, searches }) => {
      const worker = new Worker(path, { type: 'module' });
      const ask = (request: object, turn: number): Promise<string[]> =>
        new Promise((resolve) => {
          let ids: string[] = [];
          worker.onmessage = ({ data: { turn: of, answer } }) => {
            if (of !== turn) return;
            if (answer === null) return resolve(['the library could not be read']);
            if (answer !== 'same') ids = answer.ids;
            if (answer === 'same' || (answer.rest === 0 && answer.isCurrent)) resolve(ids);
          };
          worker.postMessage({ turn, request });
        });
      const found: string[][] = [];
      for (const [turn, query] of searches.entries()) {
        const order = { by: 'starred', ascending: false };
        const window = { scope: 'bookmarks', from: 0, count: 1_000, facets: false };
        found.push((await ask({ query, order, ...window }, turn)).toSorted());
      }
      worker.terminate();
      return found;
    },
    { script: `/assets/${script}`, searches: SEARCHES },
  );
  return answers ?? [];
}

function copied(rows: readonly StoredBookmark[]): unknown[] {
  const kept = rows.map(copiedFields);
  return kept.toSorted((a, b) => (a.paper.id < b.paper.id ? -1 : 1)).map(inOneOrder);
}

async function copyIn(stage: Stage): Promise<unknown[]> {
  const restored = await presentCopy(stage.keeper());
  if (restored?.unreadable) return [`${restored.unreadable} papers of the copy are unreadable`];
  return (restored?.bookmarks ?? []).map(inOneOrder);
}

/** The same value with its keys in order. */
function inOneOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOneOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, inOneOrder(one)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function cards(
  stage: Stage,
  who: ActorName,
  rows: readonly StoredBookmark[],
  papers: readonly Listed[],
): Promise<string[]> {
  const actor = stage.actor(who);
  if (actor === undefined) return [`${who} is not there`];
  const surface = await surfaceOf(actor.page);
  const wanted = papers.map(({ id }) => {
    const said = rows.find((row) => row.id === id)?.annotation;
    return [
      String(said?.starred ?? false),
      (said?.tags ?? []).join(', '),
      (said?.note ?? '').replace(/\s+/g, ' ').trim(), // as a screen reader says it
      said?.status ? STATUS_NAMES[said.status] : '',
    ];
  });
  return agree(who, wanted, async () => {
    const buttons = await findControls(surface, { role: 'button' });
    const byName = new Map(buttons.map((button) => [button.name, button]));
    return papers.map(({ title }) => [
      String(byName.get(named('starPaper', title))?.states['pressed']),
      ...PARTS.map((part) => byName.get(named(part, title))?.description ?? ''),
    ]);
  });
}

const PARTS = ['editTags', 'editNote', 'editStatus'] as const;
