import { type AnnotationPatch, STATUSES } from '../../lib/papers/annotation.ts';
import { random } from '../bench/library.ts';

// What happens in one run, all of it from the seed: who does what to which paper, when, and what dies meanwhile.

/** Who acts: two listings, the popup, the library page. */
export const ACTORS = ['cards 1', 'cards 2', 'popup', 'library'] as const;
export type ActorName = (typeof ACTORS)[number];

/** What can go wrong. */
export type Fault =
  | { kind: 'worker stops' }
  | { kind: 'browser is killed' }
  | { kind: 'closed' | 'crashes' | 'reloads' | 'goes and comes back' | 'freezes'; who: ActorName };

/** What an actor does; papers by their place on the listing. */
export type Deed =
  | { kind: 'patch'; who: ActorName; paper: number; patch: AnnotationPatch; marker?: string }
  | { kind: 'many'; who: ActorName; papers: number[]; patch: AnnotationPatch; marker: string }
  | { kind: 'import'; who: ActorName; papers: number[]; fresh: number; marker: string }
  | { kind: 'undo'; who: ActorName; which: number }
  | { kind: 'click star'; who: ActorName; paper: number }
  | { kind: 'type note' | 'add to note'; who: ActorName; paper: number; text: string };

export interface Step {
  /** Milliseconds of nothing before it. */
  after: number;
  does: Deed | Fault;
}

/** Papers on the listing. */
export const PAPERS = 4;

/** The run of a number under a seed. */
export function planOf(seed: number, run: number): Step[] {
  const next = random(seed * 1_000_003 + run);
  const below = (most: number): number => Math.floor(next() * most);
  const oneOf = <T>(all: readonly T[]): T => all[below(all.length)] as T; // below its length
  const some = (): number[] => [...Array(PAPERS).keys()].filter(() => next() < 0.6);
  let turn = 0;
  const mark = (): string => {
    turn += 1;
    return `m${run}-${turn}`;
  };

  const anyone = (): ActorName => oneOf(ACTORS);
  const page = (): ActorName => oneOf(['popup', 'library']);
  const part = (): AnnotationPatch =>
    oneOf<() => AnnotationPatch>([
      () => ({ starred: next() < 0.6 }),
      () => ({ starred: true }),
      () => ({ status: oneOf([null, ...STATUSES]) }),
      () => ({ note: `${mark()} a note` }),
      () => ({ note: next() < 0.3 ? '' : `${mark()} another` }),
      () => ({ addTags: [oneOf(['rl', 'vision', 'rl/agents'])] }),
      () => ({ removeTags: [oneOf(['rl', 'vision', 'rl/agents'])] }),
    ])();

  function several(): Deed {
    const marker = mark();
    const patch = { starred: next() < 0.7, status: oneOf(STATUSES), note: `${marker} whole` };
    return {
      kind: 'patch',
      who: anyone(),
      paper: below(PAPERS),
      patch: { ...patch, addTags: [marker] },
      marker,
    };
  }
  const deed = (): Deed =>
    oneOf<() => Deed>([
      () => ({ kind: 'patch', who: anyone(), paper: below(PAPERS), patch: part() }),
      () => ({ kind: 'patch', who: anyone(), paper: below(PAPERS), patch: part() }),
      () => ({ kind: 'patch', who: anyone(), paper: below(PAPERS), patch: part() }),
      several,
      several,
      () => {
        const marker = mark();
        return {
          kind: 'many',
          who: page(),
          papers: some(),
          patch: { starred: true, addTags: [marker] },
          marker,
        };
      },
      () => ({ kind: 'import', who: page(), papers: some(), fresh: below(3), marker: mark() }),
      () => ({ kind: 'undo', who: page(), which: next() }),
      () => ({ kind: 'undo', who: page(), which: next() }),
      () => ({ kind: 'click star', who: anyone(), paper: below(PAPERS) }),
      () => ({ kind: 'click star', who: anyone(), paper: below(PAPERS) }),
      () => ({
        kind: 'type note',
        who: oneOf(['cards 1', 'cards 2']),
        paper: below(PAPERS),
        text: `${mark()} typed`,
      }),
    ])();
  const fault = (): Fault => {
    const draw = next();
    if (draw < 0.4) return { kind: 'worker stops' };
    if (draw < 0.5) return { kind: 'browser is killed' };
    return {
      kind: oneOf(['closed', 'crashes', 'reloads', 'goes and comes back', 'freezes']),
      who: anyone(),
    };
  };

  /** Two editors of one note, at once. */
  function pair(): Step[] {
    const paper = below(PAPERS);
    return (['cards 1', 'cards 2'] as const).map((who) => ({
      after: below(40),
      does: { kind: 'add to note', who, paper, text: `${mark()} added ` },
    }));
  }

  const length = 10 + below(10);
  const steps: Step[] = [];
  for (let at = 0; at < length; at++) {
    const after = next() < 0.5 ? 0 : below(60);
    if (next() < 0.08) steps.push(...pair());
    steps.push({ after, does: at > 1 && next() < 0.22 ? fault() : deed() });
  }
  return steps;
}
