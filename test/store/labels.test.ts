import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Paper } from '../../lib/papers/paper';
import { writeSetting } from '../../lib/settings/stored';
import { showPapers } from '../../lib/store/commands/showPapers';
import { labelling } from '../../lib/worker/labelling';
import { freshDatabase, id, paper } from './support';

const NOW = (): Date => new Date('2026-05-01T00:00:00.000Z');

beforeEach(() => {
  fakeBrowser.reset();
});

async function labelsIn(stored: Paper[], told: (Paper | null)[] = [], ids = [id(1), id(2)]) {
  const db = freshDatabase();
  if (stored.length > 0) {
    await showPapers(db, { address: 'https://arxiv.org/list', ids: [], papers: stored }, NOW);
  }
  const labels = await labelling(db, ids, {}, told);
  return Object.fromEntries(
    [...labels].map(([of, said]) => [of, said.map(({ sign, shown }) => `${sign} ${shown}`)]),
  );
}

test('papers have a label for what the reader watches for, in what the page told and in what is stored', async () => {
  await writeSetting('watchWords', [
    { text: 'offline', colour: 'red' },
    { text: 'author:lovelace', colour: 'blue' },
  ]);
  const stored = paper(1, { abstract: 'An offline method.', authors: [] });
  const told = paper(2, { authors: ['Ada Lovelace'] });
  expect(await labelsIn([stored], [told, null])).toEqual({
    [id(1)]: ['● offline'],
    [id(2)]: ['● author:lovelace'],
  });
  // A listing states the title alone: the abstract is from the page that had it.
  expect(await labelsIn([stored], [paper(1, { authors: [] })], [id(1)])).toEqual({
    [id(1)]: ['● offline'],
  });
});

test('a paper of which nothing is known is left out, one without labels has none', async () => {
  await writeSetting('watchWords', [{ text: 'offline', colour: 'red' }]);
  expect(await labelsIn([], [paper(1)])).toEqual({ [id(1)]: [] });
});
