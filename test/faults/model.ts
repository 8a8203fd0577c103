import type { Annotation, AnnotationPatch } from '../../lib/papers/annotation.ts';
import type { PaperId } from '../../lib/papers/ids.ts';
import { isTyped, lostMarks } from './typedNotes.ts';

// What may be in the library after commands of which some were answered and some were not, in plain maps. Commands that
// overlapped in time may have been carried out in either order; one that began after another was answered came later.

/** A command as whoever sent it saw it. */
export interface Sent {
  key: string;
  /** When it was first sent. */
  from: number;
  /** When it was answered, or its sender was no more; until then it may be carried out. */
  until: number;
  outcome: 'answered' | 'failed' | 'unknown';
  /** What it does to each paper; of an undo nothing. */
  patches: ReadonlyMap<PaperId, AnnotationPatch>;
  /** A tag that no other command gives: where it is, this one was carried out. */
  marker?: string | undefined;
  /** The step that it can be taken back by, as its answer says. */
  step?: number | null | undefined;
  /** The step that it takes back. */
  undoes?: number | undefined;
}

type Value = string | boolean | null;

/** What a paper must have, and may have. */
interface Field {
  paper: PaperId;
  /** `starred`, `status`, `note`, or `tag ` and a tag. */
  name: string;
}

/** Clocks of two processes differ by less than this. */
const SAME_MOMENT = 5;

/** What is in the library that should not be there, and what is not that should be, as sentences. */
export function broken(sent: readonly Sent[], library: ReadonlyMap<PaperId, Annotation>): string[] {
  const found: string[] = [];
  const undone = targetsOf(sent);
  const carriedOut = sent.flatMap((one): Sent[] => {
    if (one.marker === undefined || [...undone.values()].flat().includes(one)) return [one];
    const marked = [...one.patches.keys()].map((id) => hasTag(library.get(id), one.marker ?? ''));
    if (marked.every((is) => is)) return [{ ...one, outcome: 'answered' }];
    if (marked.some((is) => is)) found.push(`${one.key} is there in part`);
    if (one.outcome === 'answered') found.push(`${one.key} was answered and is not there`);
    return marked.some((is) => is) ? [one] : [];
  });
  for (const field of fieldsOf(sent)) {
    if (field.name === 'note' && isTyped(field.paper, sent)) {
      const note = library.get(field.paper)?.note ?? '';
      const lost = lostMarks(field.paper, sent, note);
      if (lost.length > 0)
        found.push(`${field.paper} note is ${JSON.stringify(note)} and lacks ${lost.join(', ')}`);
      continue;
    }
    const allowed = allowedIn(field, carriedOut, undone);
    const value = valueIn(library.get(field.paper), field.name);
    if (!allowed.has(value)) {
      const may = [...allowed].map((one) => JSON.stringify(one)).join(' or ');
      found.push(`${field.paper} ${field.name} is ${JSON.stringify(value)} and not ${may}`);
    }
  }
  return found;
}

/** The value that a field has. */
function valueIn(annotation: Annotation | undefined, name: string): Value {
  if (name.startsWith('tag ')) return hasTag(annotation, name.slice(4));
  switch (name) {
    case 'starred':
      return annotation?.starred ?? false;
    case 'status':
      return annotation?.status ?? null;
    default:
      return annotation?.note ?? '';
  }
}

function hasTag(annotation: Annotation | undefined, tag: string): boolean {
  return annotation?.tags.includes(tag) ?? false;
}

/** All fields that some command is about. */
function fieldsOf(sent: readonly Sent[]): Field[] {
  const names = new Map<string, Field>();
  for (const { patches } of sent) {
    for (const [paper, patch] of patches) {
      for (const name of written(patch).keys()) names.set(`${paper} ${name}`, { paper, name });
    }
  }
  return [...names.values()];
}

/** What a patch writes, by field. */
function written(patch: AnnotationPatch): Map<string, Value> {
  const { starred, status, note, addTags = [], removeTags = [] } = patch;
  return new Map<string, Value>([
    ...(starred === undefined ? [] : [['starred', starred] as const]),
    ...(status === undefined ? [] : [['status', status] as const]),
    ...(note === undefined ? [] : [['note', note] as const]),
    ...removeTags.map((tag) => [`tag ${tag}`, false] as const),
    ...addTags.map((tag) => [`tag ${tag}`, true] as const),
  ]);
}

/** What each undo may take back: of those whose answers named its step one made it, and the others found it made. */
type Targets = ReadonlyMap<Sent, readonly Sent[]>;

function targetsOf(sent: readonly Sent[]): Targets {
  const targets = new Map<Sent, readonly Sent[]>();
  for (const undo of sent) {
    if (undo.undoes === undefined) continue;
    const named = sent.filter(({ step }) => step === undo.undoes);
    if (named.length > 0) targets.set(undo, named);
  }
  return targets;
}

/** The values that a field may have after some commands. */
function allowedIn(field: Field, sent: readonly Sent[], undone: Targets, depth = 0): Set<Value> {
  const about = sent.filter(
    (one) => one.outcome !== 'failed' && mayWrite(one, undone, field, false),
  );
  const isOvertaken = (one: Pick<Sent, 'until'>): boolean =>
    about.some((other) => other.outcome === 'answered' && other.from > one.until + SAME_MOMENT);
  const allowed = new Set<Value>();
  if (!about.some(({ outcome }) => outcome === 'answered')) allowed.add(nothing(field));
  for (const one of about) {
    if (isOvertaken(one)) continue;
    const targets = undone.get(one);
    if (targets === undefined) allowed.add(valueFrom(one, field));
    else if (depth < 6) {
      for (const target of targets) {
        for (const value of afterUndo(field, one, target, sent, undone, depth)) allowed.add(value);
      }
    }
  }
  return allowed;
}

/** An undo brings back what was before, or leaves what was changed since. */
function afterUndo(
  field: Field,
  undo: Sent,
  target: Sent,
  sent: readonly Sent[],
  undone: Targets,
  depth: number,
): Set<Value> {
  const others = sent.filter((one) => one !== undo);
  if (!writes(target, field, false)) return allowedIn(field, others, undone, depth + 1);
  const started = others.filter((one) => one !== target && one.from <= target.until + SAME_MOMENT);
  const values = allowedIn(field, started, undone, depth + 1);
  // What came at the same time may have come after it, and have found nothing to change.
  const ended = started.filter((one) => one.until + SAME_MOMENT < target.from);
  for (const value of allowedIn(field, ended, undone, depth + 1)) values.add(value);
  const isChangedSince = others.some(
    (one) =>
      one !== target &&
      one.until + SAME_MOMENT >= target.from &&
      one.from <= undo.until + SAME_MOMENT &&
      mayWrite(one, undone, field, true),
  );
  // Sent twice because a worker died, with another command between, the step is that of the second time: it takes back
  // what the other had changed, and leaves the rest.
  const isBetween = others.some(
    (one) =>
      one !== target &&
      one.patches.has(field.paper) &&
      one.from <= target.until + SAME_MOMENT &&
      one.until + SAME_MOMENT >= target.from,
  );
  if (isBetween) values.add(valueFrom(target, field));
  if (!isChangedSince) return values;
  const now = others.filter((one) => one.from <= undo.until + SAME_MOMENT);
  return new Set([...values, ...allowedIn(field, now, undone, depth + 1)]);
}

/** Whether a command, or what it takes back, writes a field. */
function mayWrite(one: Sent, undone: Targets, field: Field, asPart: boolean): boolean {
  return (undone.get(one) ?? [one]).some((target) => writes(target, field, asPart));
}

/** What a command writes into a field that it writes. */
function valueFrom({ patches }: Sent, { paper, name }: Field): Value {
  return written(patches.get(paper) ?? {}).get(name) ?? null;
}

/** Whether a command writes a field; all tags of a paper are one part of its annotation (`asPart`). */
function writes({ patches }: Sent, { paper, name }: Field, asPart: boolean): boolean {
  const names = [...written(patches.get(paper) ?? {}).keys()];
  if (asPart && name.startsWith('tag ')) return names.some((one) => one.startsWith('tag '));
  return names.includes(name);
}

function nothing({ name }: Field): Value {
  return name === 'starred' || name.startsWith('tag ') ? false : name === 'note' ? '' : null;
}
