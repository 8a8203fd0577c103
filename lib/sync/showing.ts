import type * as z from 'zod/mini';
import { ANNOTATION_LIMITS, type Annotation, emptyAnnotation, isEmpty } from '../papers/annotation';
import { type Kept, keptIn } from '../papers/bookmark';
import { fits } from '../papers/limits';
import { combinePapers, mergeExtras } from '../papers/merging';
import type { Paper } from '../papers/paper';
import { MERGES, type Timed } from '../papers/parts/merges';
import { type PartName, type PartValues, timeOf } from '../papers/parts/parts';
import { unionTags } from '../papers/tags';
import { earliest, latest } from '../papers/times';
import type { Element } from './elements';
import {
  isTagRegister,
  PART_VALUES,
  type Said,
  TAG_VALUE,
  tagRegister,
  VALUES,
  WHOLE_PARTS,
} from './registers';

/** What a set of elements shows. */
export interface Shown {
  kept: Kept;
  /** Whether that says anything. */
  isBookmark: boolean;
  /** What was said when the paper came in, less than what is known of it here; null: nobody said it. */
  facts: Paper | null;
}

/** Shown where nobody said when a bookmark was created, or anything else with a time. */
const LONG_AGO = '1970-01-01T00:00:00.000Z';

/** Values that are shown of one register: each machine has one, and a file may have a million. */
const MOST_AT_ONCE = 100;

/** What is known already of some elements, and of which paper they are. */
const ahead = new WeakMap<readonly Element[], { id: string; shown: Shown }>();

/** Finds what elements show while there is time: where a database is written, little is left for anything else. */
export function showAhead(id: string, elements: readonly Element[]): void {
  ahead.set(elements, { id, shown: show(id, elements) });
}

/**
 * What elements show: a function of their set, whatever the order in which they came. Where several machines have said
 * something at the same time, it is what merging libraries makes of it, part by part, the newest first.
 */
export function shown(id: string, elements: readonly Element[]): Shown {
  const known = ahead.get(elements);
  return known?.id === id ? known.shown : show(id, elements);
}

function show(id: string, elements: readonly Element[]): Shown {
  const registers = Map.groupBy(elements, ({ register }) => register);
  const annotation = emptyAnnotation(LONG_AGO);
  for (const part of WHOLE_PARTS) showPart(annotation, part, registers.get(part) ?? []);
  showTags(annotation, registers);
  annotation.createdAt = createdAt(annotation, registers.get('created') ?? [], elements);
  const facts = valuesOf(registers.get('facts') ?? [], VALUES.facts).filter(
    (paper) => paper.id === id,
  );
  const extra = shownExtra(annotation, registers.get('extra') ?? []);
  return {
    kept: keptIn({ annotation, extra }),
    isBookmark: !isEmpty(annotation),
    facts: facts.length === 0 ? null : facts.reduce(combinePapers),
  };
}

/**
 * Values of one register that this version understands, in an order of their own: not that of their batches, which get
 * other names where a machine gets another id.
 */
function valuesOf<Value>(
  elements: readonly Element[],
  schema: z.ZodMiniType<Value>,
): readonly Value[] {
  return distinct(elements).flatMap((value) => {
    const read = schema.safeParse(value);
    return read.success ? [read.data] : [];
  });
}

/** Different values of elements, as many as are shown. */
function distinct([first, ...others]: readonly Element[]): unknown[] {
  if (first === undefined || others.length === 0) return first ? [first.value] : [];
  const byText = new Map([first, ...others].map(({ value }) => [JSON.stringify(value), value]));
  const inOrder = [...byText].sort(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.slice(0, MOST_AT_ONCE).map(([, value]) => value);
}

function showPart<P extends PartName>(
  into: Annotation,
  part: P,
  elements: readonly Element[],
): void {
  const newestFirst = valuesOf<Said<PartValues[P]>>(elements, PART_VALUES[part])
    .map(([value, at]): Timed<PartValues[P]> => ({ value, at }))
    .sort((a, b) => compareTimes(b.at ?? '', a.at ?? ''));
  const [first, ...others] = newestFirst;
  if (first === undefined) return;
  const values: PartValues = into;
  const merged = others.reduce((all, other) => {
    const both = MERGES[part](all, other);
    return fits({ annotation: { ...into, [part]: both.value } }) ? both : all;
  }, first);
  values[part] = merged.value;
  into[timeOf(part)] = merged.at;
}

function compareTimes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function showTags(into: Annotation, registers: ReadonlyMap<string, readonly Element[]>): void {
  const tags = [...registers].flatMap(([register, elements]) =>
    isTagRegister(register)
      ? valuesOf(elements, TAG_VALUE).flatMap(([tag]) => (tagRegister(tag) === register ? tag : []))
      : [],
  );
  into.tags = unionTags(tags, []).slice(0, ANNOTATION_LIMITS.tags);
  into.tagsAt = valuesOf(registers.get('tags') ?? [], VALUES.tags).reduce(latest, null);
}

/** The earliest creation that was said; where that went with a removal, the earliest time of what is there. */
function createdAt(
  annotation: Annotation,
  said: readonly Element[],
  elements: readonly Element[],
): string {
  const created = valuesOf(said, VALUES.created);
  const tags = elements.filter(({ register }) => isTagRegister(register));
  const times = [
    ...WHOLE_PARTS.map((part) => annotation[timeOf(part)]),
    ...valuesOf(tags, TAG_VALUE).map(([, at]) => at),
  ];
  return (created.length > 0 ? created : times).reduce(earliest, null) ?? LONG_AGO;
}

function shownExtra(
  annotation: Annotation,
  elements: readonly Element[],
): Record<string, unknown> | undefined {
  return valuesOf<Record<string, unknown>>(elements, VALUES.extra).reduce<
    Record<string, unknown> | undefined
  >((all, other) => {
    const both = mergeExtras(all, other);
    return fits({ annotation, extra: both }) ? both : all;
  }, undefined);
}
