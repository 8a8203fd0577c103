import { healthOf, watchHealth } from '../../e2e/harness/health.ts';
import { atMost, type Figure, most, p95, type Samples } from '../figures.ts';
import { openListing, untilAnnotated } from '../listing.ts';
import type { Measure } from '../measure.ts';
import type { Stage } from '../stage.ts';
import { traced } from '../trace.ts';
import { quiet } from '../watched.ts';
import { runWorker } from '../workers.ts';

const LISTINGS = [
  { cards: 55, limit: 16 },
  { cards: 1_000, limit: 150 },
] as const;

const named = (cards: number, what: string): string =>
  `annotate ${cards.toLocaleString('en')} cards: ${what}`;

/** What our controls take of a listing's main thread, by a profile of it. */
export const annotate: Measure = {
  name: 'annotate',
  most: 5,
  figures: LISTINGS.flatMap(({ cards, limit }): Figure[] => [
    {
      name: named(cards, 'main thread in our functions'),
      unit: 'ms',
      goals: [atMost(limit, 'ms', p95)],
    },
    {
      name: named(cards, 'longest task with any of ours in it'),
      unit: 'ms',
      goals: [atMost(50, 'ms', most)],
    },
    { name: named(cards, 'layout shift'), unit: '', goals: [atMost(0, '', most)] },
  ]),
  async once(stage) {
    await runWorker(stage);
    const samples: Samples = {};
    for (const { cards } of LISTINGS) {
      const { ours, longestTask, layoutShift } = await annotateOnce(stage, cards);
      samples[named(cards, 'main thread in our functions')] = [ours];
      samples[named(cards, 'longest task with any of ours in it')] = [longestTask];
      samples[named(cards, 'layout shift')] = [layoutShift];
    }
    return samples;
  },
};

const watched = new WeakSet<Stage>();

async function annotateOnce(stage: Stage, cards: number) {
  if (!watched.has(stage)) await watchHealth(stage.asterism.context);
  watched.add(stage);
  const page = await stage.tab();
  // The same site first: a page of another would begin in another process.
  await openListing(stage, page, 1, '/blog');
  const thread = await traced(page, async () => {
    await openListing(stage, page, cards);
    await untilAnnotated(page, cards);
    await quiet(page, 500);
  });
  const { layoutShift } = await healthOf(page);
  await page.close();
  return { ...thread, layoutShift };
}
