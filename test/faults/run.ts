import type { Annotation } from '../../lib/papers/annotation.ts';
import type { PaperId } from '../../lib/papers/ids.ts';
import { until } from '../e2e/harness/until.ts';
import { act, type Ground, send } from './deeds.ts';
import type { Told } from './inPage.ts';
import { papersOf } from './listing.ts';
import { createLog, type Log } from './log.ts';
import { broken, type Sent } from './model.ts';
import { ACTORS, type ActorName, type Deed, PAPERS, planOf, type Step } from './plan.ts';
import { bookmarksIn, leftBehind, rowsIn } from './rows.ts';
import type { Stage } from './stage.ts';
import { recover, strike } from './strike.ts';
import { disagreements } from './views.ts';

/** A click on a page that is loaded again at that moment is sometimes never answered: whoever made it is as good as dead. */
const PATIENCE_MS = 30_000;

/** Where runs listen: the log of the one that is under way, and what is being done in it. */
export interface Hearing {
  log: Log;
  doing: string;
}

/** For the stage: hands what pages tell to the run that is under way. */
export function hearingOf(hearing: Hearing): (by: ActorName, told: Told) => void {
  return (by, told) => hearing.log.hear(by, told);
}

/** Carries out one run and gives what is wrong afterwards, as sentences. */
export async function carryOut(
  stage: Stage,
  hearing: Hearing,
  seed: number,
  run: number,
): Promise<string[]> {
  const log = createLog();
  hearing.log = log;
  const all = papersOf(run % 8_000, PAPERS + 2);
  const ground: Ground = { log, papers: all.slice(0, PAPERS), fresh: all.slice(PAPERS) };
  hearing.doing = 'opening the pages';
  await begin(stage, ground);
  await doAll(stage, planOf(seed, run), ground, { run, hearing });
  await recover(stage, log); // once in some hundred runs Chromium itself drops a page that is loaded again
  hearing.doing = 'waiting until nothing is on its way';
  await untilQuiet(stage, log);
  hearing.doing = 'comparing what is shown';
  const rows = await bookmarksIn(stage.keeper());
  const mine = new Set<PaperId>(all.map(({ id }) => id));
  const library = new Map<PaperId, Annotation>(
    rows.filter(({ id }) => mine.has(id)).map(({ id, annotation }) => [id, annotation]),
  );
  // A list may move under the mouse: whatever else was clicked is none of this run's.
  const isMine = ({ patches }: Sent): boolean =>
    patches.size === 0 || [...patches.keys()].some((id) => mine.has(id));
  const wrong = broken(log.all().filter(isMine), library);
  if (wrong.length > 0) return [...wrong, ...story(log)];
  return disagreements(stage, rows, ground.papers);
}

/** Opens everybody's page on the run's papers. */
async function begin(stage: Stage, { papers }: Ground): Promise<void> {
  stage.list(papers);
  for (const name of ACTORS) {
    const actor = stage.actor(name);
    if (actor === undefined) await stage.open(name);
    else if (name.startsWith('cards')) await actor.page.reload();
  }
  await until('the listings to be told', async () => {
    const [seen] = await rowsIn<[{ id: PaperId }[]]>(stage.keeper(), ['history']);
    const known = new Set(seen.map(({ id }) => id));
    return papers.every(({ id }) => known.has(id)) ? true : undefined;
  });
}

async function doAll(
  stage: Stage,
  steps: readonly Step[],
  ground: Ground,
  { run, hearing }: { run: number; hearing: Hearing },
): Promise<void> {
  /** Mouse and keyboard of each page do one thing after the other. */
  const hands = new Map<ActorName, Promise<void>>();
  for (const [at, { after, does }] of steps.entries()) {
    if (after > 0) await pause(after);
    hearing.doing = `step ${at}: ${JSON.stringify(does)}`;
    if (!isDeed(does)) {
      await strike(stage, does, ground.log);
      continue;
    }
    const actor = stage.actor(does.who);
    if (actor === undefined) continue;
    if (does.kind !== 'click star' && does.kind !== 'type note' && does.kind !== 'add to note') {
      send(actor, does, `run ${run} step ${at} ${does.who}`, ground);
      continue;
    }
    const { who } = does;
    const before = hands.get(who) ?? Promise.resolve();
    const doing = before.then(() => Promise.race([act(actor, does, ground), pause(PATIENCE_MS)]));
    hands.set(
      who,
      doing.catch(() => {}), // it died in the middle of it, as it is meant to
    );
  }
  for (const [who, hand] of hands) {
    hearing.doing = `waiting for the hands of ${who}`;
    await hand;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function isDeed(
  does: Step['does'],
): does is Extract<Step['does'], { who: ActorName; kind: DeedKind }> {
  return DEEDS.has(does.kind);
}
type DeedKind = Deed['kind'];
const DEEDS = new Set<string>([
  'patch',
  'many',
  'import',
  'undo',
  'click star',
  'type note',
  'add to note',
] satisfies DeedKind[]);

/** Waits until nothing is on its way any more. */
async function untilQuiet(stage: Stage, log: Log): Promise<void> {
  await until(
    () => `all answers:\n${story(log).join('\n')}`,
    () => (log.isWaiting() ? undefined : true),
  );
  const keeper = stage.keeper();
  // Whatever died last, sooner or later something wakes the worker.
  await keeper.evaluate(`chrome.runtime.sendMessage({ name: 'tags.list', request: {} })`);
  await until('what was left behind to be carried out', async () =>
    (await leftBehind(keeper)) === 0 ? true : undefined,
  );
  await until('jobs to end', async () => {
    const [jobs] = await rowsIn<[{ finished?: unknown }[]]>(keeper, ['jobs']);
    return jobs.every(({ finished }) => finished) ? true : undefined;
  });
}

/** What was sent, for whoever has to find out what went wrong. */
function story(log: Log): string[] {
  const sent = log.all().toSorted((a, b) => a.from - b.from);
  const start = sent[0]?.from ?? 0;
  return sent.map(({ key, from, until: end, outcome, patches, step, undoes }) => {
    const what = undoes === undefined ? JSON.stringify([...patches]) : `undo ${undoes}`;
    return `  ${from - start}–${end - start} ${key} ${outcome} step ${step} ${what}`;
  });
}
