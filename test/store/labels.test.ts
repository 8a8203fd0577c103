import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Paper } from '../../lib/papers/paper';
import { writeSetting } from '../../lib/settings/stored';
import { patchAnnotation } from '../../lib/store/commands/patchAnnotation';
import { showPapers } from '../../lib/store/commands/showPapers';
import { createLabelling } from '../../lib/worker/labelling';
import { rankPapers } from '../../lib/worker/ranking';
import { createPace } from '../../lib/worker/slices';
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
  const labels = await createLabelling(db)({ ids, annotations: {}, papers: told });
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

describe('what fits the library', () => {
  const robots = (n: number): Paper =>
    paper(n, { title: `Diffusion policies for robots ${n}`, authors: [] });
  const others = (n: number): Paper => paper(n, { title: `Grammar of verbs ${n}`, authors: [] });

  async function learned(stars: number) {
    const db = freshDatabase();
    const papers = [
      ...Array.from({ length: stars }, (_, n) => robots(n)),
      ...Array.from({ length: 60 }, (_, n) => others(100 + n)),
    ];
    await showPapers(db, { address: 'https://arxiv.org/list', ids: [], papers }, NOW);
    for (let n = 0; n < stars; n++) {
      await patchAnnotation(db, { id: id(n), patch: { starred: true }, paper: robots(n) }, NOW);
    }
    await rankPapers(db, createPace());
    return createLabelling(db);
  }

  async function signsOn(labelling: Awaited<ReturnType<typeof learned>>) {
    const asked = [robots(300), others(301)];
    const ids = asked.map((one) => one.id);
    const labels = await labelling({ ids, annotations: {}, papers: asked });
    return ids.map((of) => labels.get(of)?.map(({ sign, shown }) => `${sign} ${shown}`));
  }

  test('is said with its reason on papers like those that were starred, and on no others', async () => {
    const [[label] = [], other] = await signsOn(await learned(24));
    expect(label).toMatch(/^✦ .*(diffusion|policies|robots)/);
    expect(other).toEqual([]);
  });

  test('is not said before 20 stars, nor where that is switched off', async () => {
    expect(await signsOn(await learned(19))).toEqual([[], []]);
    await writeSetting('fitOnCards', false);
    expect(await signsOn(await learned(24))).toEqual([[], []]);
  });
});
