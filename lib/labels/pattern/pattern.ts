import { type Part, readPattern, UnreadablePattern } from './read';
import { type Accepts, isWord } from './signs';

// A pattern is somebody's: with the browser's own regular expressions a careless one ("(a+)+$") takes hours on one
// abstract, and nothing can stop it. Here all ways to go on are followed at once, a character at a time: a text of n
// characters and a pattern of m parts take n * m steps at most, and the steps are counted (docs/decisions/0026).

/** Steps that may still be taken. One is some ten nanoseconds. */
export interface Steps {
  left: number;
}

/** Whether a pattern is somewhere in a folded text; false where the steps do not suffice. */
export type Pattern = (text: string, steps: Steps) => boolean;

/** Most places of a pattern, with each repetition written out. */
const MOST_PLACES = 1_000;

type Where = Extract<Part, { kind: 'at' }>['where'];

type Place =
  | { do: 'read'; accepts: Accepts }
  | { do: 'fork'; to: number[] }
  | { do: 'look'; where: Where }
  | { do: 'found' };

/** A pattern to look for, or null where it cannot be read or is too large. */
export function patternOf(source: string): Pattern | null {
  try {
    const places: Place[] = [];
    write(readPattern(source), places);
    add(places, { do: 'found' });
    return (text, steps) => isIn(places, text, steps);
  } catch (error) {
    if (error instanceof UnreadablePattern) return null;
    throw error;
  }
}

function add<P extends Place>(places: Place[], place: P): P {
  if (places.length >= MOST_PLACES) throw new UnreadablePattern('too large');
  places.push(place);
  return place;
}

/** Writes a part behind what is there: each place leads to the next, a fork to those it names. */
function write(part: Part, places: Place[]): void {
  if (part.kind === 'one') add(places, { do: 'read', accepts: part.accepts });
  else if (part.kind === 'at') add(places, { do: 'look', where: part.where });
  else if (part.kind === 'row') for (const one of part.parts) write(one, places);
  else if (part.kind === 'choice') writeChoice(part.parts, places);
  else writeRepeated(part, places);
}

function writeChoice(parts: readonly Part[], places: Place[]): void {
  const fork = add(places, { do: 'fork', to: [] as number[] });
  const ends: { to: number[] }[] = [];
  for (const part of parts) {
    fork.to.push(places.length);
    write(part, places);
    ends.push(add(places, { do: 'fork', to: [] as number[] }));
  }
  for (const end of ends) end.to.push(places.length);
}

function writeRepeated(
  { part, least, most }: Extract<Part, { kind: 'repeated' }>,
  places: Place[],
): void {
  for (let count = 0; count < least; count++) write(part, places);
  const isEndless = most === Number.POSITIVE_INFINITY;
  const exits: { to: number[] }[] = [];
  for (let count = least; count < (isEndless ? least + 1 : most); count++) {
    const at = places.length;
    exits.push(add(places, { do: 'fork', to: [at + 1] }));
    write(part, places);
    if (isEndless) add(places, { do: 'fork', to: [at] });
  }
  for (const exit of exits) exit.to.push(places.length);
}

function isIn(places: readonly Place[], text: string, steps: Steps): boolean {
  if (steps.left < 0) return false;
  const signs = [...text];
  /** At which turn a place was reached last. */
  const reached = new Int32Array(places.length).fill(-1);
  let here: number[] = [];
  const open: number[] = [];

  /** Goes to a place, and on to all that can be reached from it without a character; true where it is the end. */
  function reach(from: number, turn: number): boolean {
    open.push(from);
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const place = places[at];
      if (place === undefined || reached[at] === turn) continue;
      reached[at] = turn;
      steps.left -= 1;
      if (place.do === 'found') return true;
      if (place.do === 'read') here.push(at);
      else if (place.do === 'fork') open.push(...place.to);
      else if (holds(place.where, signs[turn - 1], signs[turn])) open.push(at + 1);
    }
    return false;
  }

  for (let turn = 0; turn <= signs.length; turn++) {
    const before = here;
    here = [];
    const sign = signs[turn - 1] ?? '';
    for (const at of before) {
      const place = places[at];
      steps.left -= 1;
      if (place?.do === 'read' && place.accepts(sign) && reach(at + 1, turn)) return true;
    }
    if (reach(0, turn)) return true; // it may begin anywhere
    if (steps.left < 0) return false;
  }
  return false;
}

function holds(where: Where, before: string | undefined, after: string | undefined): boolean {
  if (where === 'start') return before === undefined;
  if (where === 'end') return after === undefined;
  const isEdge =
    (before !== undefined && isWord(before)) !== (after !== undefined && isWord(after));
  return isEdge === (where === 'edge');
}
