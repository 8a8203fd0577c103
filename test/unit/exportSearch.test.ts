import { expect, test } from 'vitest';
import type { ChosenPapers, ExportAim } from '../../lib/exports/exportChoice';
import { createExportSearch } from '../../lib/exports/exportSearch';
import type { SearchAnswer } from '../../lib/search/query/request';

type Search = Parameters<typeof createExportSearch>[0]['search'];

/** A search as a page has it: of a search that another follows nothing more is heard. */
function opened() {
  let hear: (answer: SearchAnswer | null) => void = () => {};
  let aim: ExportAim = null;
  const search: Search = (_, onAnswer) => {
    hear = onAnswer;
  };
  const source = { search } as Parameters<typeof createExportSearch>[0];
  const view = createExportSearch(
    source,
    () => new Date('2026-05-01'),
    (found) => {
      aim = found;
    },
  );
  const answer: SearchAnswer = {
    total: 2,
    ids: ['arxiv:2504.00001', 'arxiv:2504.00002'],
    facets: null,
    unreadable: [],
    rest: 0,
    isCurrent: true,
  };
  return {
    view,
    say: (said: SearchAnswer | null = answer) => hear(said),
    found: () => aim as ChosenPapers,
  };
}

test('all papers that are found settle, also when something else is typed meanwhile', async () => {
  const { view, say, found } = opened();
  view.type('tree');
  say();
  const all = found().all();
  view.type('trees');
  await expect(all).resolves.toBe(null);
});

test('all papers that are found settle, also when they are asked for again meanwhile', async () => {
  const { view, say, found } = opened();
  view.type('tree');
  say();
  const first = found().all();
  const second = found().all();
  say();
  await expect(first).resolves.toBe(null);
  await expect(second).resolves.toHaveLength(2);
});
