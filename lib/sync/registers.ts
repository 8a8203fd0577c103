import * as z from 'zod/mini';
import { PART_NAMES, type PartName, type PartValues } from '../papers/parts/parts';
import { PART_SCHEMAS } from '../papers/parts/schemas';
import { paperSchema } from '../papers/schemas';
import { tagKey } from '../papers/tags';

/** How a part is said: as one value, or each of its items by itself, so that two machines may each add one. */
const SAID: { readonly [P in PartName]: 'whole' | 'byItem' } = {
  starred: 'whole',
  status: 'whole',
  tags: 'byItem',
  note: 'whole',
};

type WholePart = Exclude<PartName, 'tags'>;

/** The parts that have a register of their own name: the value and its time. */
export const WHOLE_PARTS = PART_NAMES.filter((part): part is WholePart => SAID[part] === 'whole');

/** A value and when it was said. */
export type Said<Value> = readonly [value: Value, at: string | null];

// As rows have it, also where the end of time has come: what is shown is what was written.
const someTime = z.iso.datetime();
const time = z.nullable(someTime);

/** What the value of each register is. */
export const VALUES = {
  /** When any tag last changed. */
  tags: time,
  created: someTime,
  extra: z.record(z.string(), z.unknown()),
  facts: paperSchema,
} as const;

/** What the value of a part's register is. */
export const PART_VALUES: { readonly [P in PartName]: z.ZodMiniType<Said<PartValues[P]>> } = {
  starred: z.tuple([PART_SCHEMAS.starred, time]),
  status: z.tuple([PART_SCHEMAS.status, time]),
  tags: z.tuple([PART_SCHEMAS.tags, time]),
  note: z.tuple([PART_SCHEMAS.note, time]),
};

/** What the value of a tag's register is: its spelling, and when it was said. */
export const TAG_VALUE: z.ZodMiniType<Said<string>> = z.tuple([
  z.string().check(z.minLength(1), z.maxLength(100)),
  time,
]);

/** The register of one tag, whatever its spelling. */
export function tagRegister(tag: string): string {
  return `tag:${tagKey(tag)}`;
}

/** Whether a register is one of a tag. */
export function isTagRegister(register: string): boolean {
  return register.startsWith('tag:');
}
