import { healthOf, watchHealth } from '../../e2e/harness/health.ts';
import { atMost, type Figure, most, p95, type Samples } from '../figures.ts';
import { openEntries, openListing, untilAnnotated } from '../listing.ts';
import type { Measure } from '../measure.ts';
import type { Stage } from '../stage.ts';
import { traced } from '../trace.ts';
import { quiet } from '../watched.ts';
import { runWorker } from '../workers.ts';

interface Listing {
  name: string;
  cards: number;
  limit: number;
  open: typeof openListing;
}

const LISTINGS: readonly Listing[] = [
  { name: '55 cards', cards: 55, limit: 16, open: openListing },
  { name: '1,000 cards', cards: 1_000, limit: 150, open: openListing },
  { name: '1,000 entries of arXiv', cards: 1_000, limit: 150, open: openEntries },
];

const named = ({ name }: Listing, what: string): string => `annotate ${name}: ${what}`;

/** What our controls take of a listing's main thread, by a profile of it. */
export const annotate: Measure = {
  name: 'annotate',
  most: 5,
  figures: LISTINGS.flatMap((listing): Figure[] => [
    {
      name: named(listing, 'main thread in our functions'),
      unit: 'ms',
      goals: [atMost(listing.limit, 'ms', p95)],
    },
    {
      name: named(listing, 'longest task with any of ours in it'),
      unit: 'ms',
      goals: [atMost(50, 'ms', most)],
    },
    { name: named(listing, 'layout shift'), unit: '', goals: [atMost(0, '', most)] },
  ]),
  async once(stage) {
    await runWorker(stage);
    const samples: Samples = {};
    for (const listing of LISTINGS) {
      const { ours, longestTask, layoutShift } = await annotateOnce(stage, listing);
      samples[named(listing, 'main thread in our functions')] = [ours];
      samples[named(listing, 'longest task with any of ours in it')] = [longestTask];
      samples[named(listing, 'layout shift')] = [layoutShift];
    }
    return samples;
  },
};

const watched = new WeakSet<Stage>();

async function annotateOnce(stage: Stage, { cards, open }: Listing) {
  if (!watched.has(stage)) await watchHealth(stage.asterism.context);
  watched.add(stage);
  const page = await stage.tab();
  // The same site first: a page of another would begin in another process.
  await (open === openListing ? openListing(stage, page, 1, '/blog') : open(stage, page, 1));
  const thread = await traced(page, async () => {
    await open(stage, page, cards);
    await untilAnnotated(page, cards);
    await quiet(page, 500);
  });
  const { layoutShift } = await healthOf(page);
  await page.close();
  return { ...thread, layoutShift };
}
