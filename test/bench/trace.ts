import type { Page } from 'playwright';

/** What a page's main thread did, from a trace; milliseconds of the thread's own time, as far as the trace knows it. */
export interface MainThread {
  /** In functions of the extension, what they made the browser do at once counted in. */
  ours: number;
  /** The longest task in which any of those ran. */
  longestTask: number;
}

const CATEGORIES = [
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-v8.cpu_profiler',
  'disabled-by-default-v8.cpu_profiler.hires',
  'devtools.timeline',
  '__metadata',
];

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** What the thread had of the duration: others may have had the processor. */
  tdur?: number;
  id?: string;
  args: { data?: ProfileChunk; name?: string };
}

interface ProfileChunk {
  startTime?: number;
  cpuProfile?: { nodes?: ProfileNode[]; samples?: number[] };
  timeDeltas?: number[];
}

interface ProfileNode {
  id: number;
  parent?: number;
  callFrame: { url?: string };
}

/** Traces a page while something happens in it. */
export async function traced(page: Page, work: () => Promise<void>): Promise<MainThread> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('This context has no browser of its own.');
  await browser.startTracing(page, { categories: CATEGORIES });
  let trace: Buffer;
  try {
    await work();
  } finally {
    trace = await browser.stopTracing();
  }
  const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse(trace.toString());
  return mainThreadOf(traceEvents);
}

/** Of all threads in a trace, the one on which the extension's functions ran longest. */
function mainThreadOf(events: readonly TraceEvent[]): MainThread {
  const profiles = new Map<string, TraceEvent[]>();
  for (const event of events) {
    if (event.name !== 'Profile' && event.name !== 'ProfileChunk') continue;
    const key = `${event.pid} ${event.id ?? ''}`;
    profiles.set(key, [...(profiles.get(key) ?? []), event]);
  }
  let best: MainThread = { ours: 0, longestTask: 0 };
  for (const chunks of profiles.values()) {
    const samples = oursIn(chunks);
    const first = chunks.find(({ name }) => name === 'Profile');
    if (first === undefined || samples.length === 0) continue;
    const tasks = events.filter(
      ({ name, pid, tid, dur }) =>
        name === 'RunTask' && pid === first.pid && tid === first.tid && dur !== undefined,
    );
    const found = threadTime(tasks, samples);
    if (found.ours >= best.ours) best = found;
  }
  return best;
}

interface Sample {
  at: number;
  took: number;
}

/** Samples within functions of the extension: when, and the time up to the next. */
function oursIn(chunks: readonly TraceEvent[]): Sample[] {
  const isOurs = new Map<number, boolean>();
  const samples: Sample[] = [];
  let at = 0;
  let last: Sample | null = null;
  for (const { args } of chunks.toSorted((a, b) => a.ts - b.ts)) {
    const { startTime, cpuProfile, timeDeltas } = args.data ?? {};
    if (startTime !== undefined) at = startTime;
    for (const { id, parent, callFrame } of cpuProfile?.nodes ?? []) {
      const below = parent !== undefined && isOurs.get(parent) === true;
      isOurs.set(id, below || (callFrame.url ?? '').startsWith('chrome-extension://'));
    }
    for (const [index, node] of (cpuProfile?.samples ?? []).entries()) {
      const delta = timeDeltas?.[index] ?? 0;
      at += delta;
      if (last !== null) last.took = delta;
      last = isOurs.get(node) ? { at, took: 0 } : null;
      if (last !== null) samples.push(last);
    }
  }
  return samples;
}

/** A profile counts by the clock on the wall: within a task, our share of that is our share of the thread's time. */
function threadTime(tasks: readonly TraceEvent[], samples: readonly Sample[]): MainThread {
  let ours = 0;
  let longestTask = 0;
  for (const { ts, dur = 0, tdur = dur } of tasks) {
    const inTask = samples.filter(({ at }) => at >= ts && at < ts + dur);
    if (inTask.length === 0) continue;
    const wall = inTask.reduce((sum, { took }) => sum + took, 0);
    ours += Math.min(tdur, wall * (tdur / dur));
    longestTask = Math.max(longestTask, tdur);
  }
  return { ours: ours / 1_000, longestTask: longestTask / 1_000 };
}
