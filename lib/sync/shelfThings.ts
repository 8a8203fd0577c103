import * as z from 'zod/mini';
import type { DismissedPaper } from '../papers/dismissed';
import { type SavedSearch, SEARCH_LIMITS } from '../papers/savedSearch';
import { paperIdSchema } from '../papers/schemas';
import { type ColouredTag, TAG_COLOURS } from '../papers/tagColours';
import { cleanTag, tagKey } from '../papers/tags';

/** What the reader keeps beside bookmarks, each thing under an id of its own, which no paper has. */
export interface Shelf {
  colour: ColouredTag;
  search: SavedSearch;
  dismissed: DismissedPaper;
}
export type ShelfKind = keyof Shelf;
export type ShelfId = `${ShelfKind}:${string}`;
/** One of these things. */
export type Shelved = Shelf[ShelfKind];

const tag = z.string().check(
  z.maxLength(100),
  z.refine((text) => text !== '' && text === cleanTag(text), 'not a tag'),
);
const time = z.iso.datetime();
const THINGS: {
  readonly [K in ShelfKind]: {
    schema: z.ZodMiniType<Shelf[K]>;
    keyOf: (thing: Shelf[K]) => string;
  };
} = {
  colour: {
    schema: z
      .object({ key: z.string(), tag, colour: z.enum(TAG_COLOURS) })
      .check(z.refine((one) => one.key === tagKey(one.tag), 'another tag’s key')),
    keyOf: ({ tag: spelled }) => tagKey(spelled),
  },
  search: {
    schema: z.object({
      name: z.string().check(z.minLength(1), z.maxLength(SEARCH_LIMITS.name)),
      query: z.string().check(z.maxLength(SEARCH_LIMITS.query)),
      savedAt: time,
    }),
    keyOf: ({ name }) => name,
  },
  dismissed: {
    schema: z.object({
      id: paperIdSchema,
      title: z.string().check(z.maxLength(2_000)),
      dismissedAt: time,
    }),
    keyOf: ({ id }) => id,
  },
};

/** The id of something on the shelf. */
export function shelfId<K extends ShelfKind>(kind: K, thing: Shelf[K]): ShelfId {
  return `${kind}:${THINGS[kind].keyOf(thing)}`;
}

/** What an id of the shelf names; null where it is another one. */
export function shelfKey(id: string): { kind: ShelfKind; key: string } | null {
  const at = id.indexOf(':');
  const kind = id.slice(0, Math.max(0, at));
  const isKnown = Object.hasOwn(THINGS, kind);
  return isKnown ? { kind: kind as ShelfKind, key: id.slice(at + 1) } : null; // one of its keys
}

/** A thing as an element of its id has it; null: it is not one, or not of that id. */
export function thingOf(id: string, value: unknown): Shelved | null {
  const named = shelfKey(id);
  return named && thingOfKind(named.kind, named.key, value);
}

function thingOfKind<K extends ShelfKind>(kind: K, key: string, value: unknown): Shelf[K] | null {
  const { schema, keyOf } = THINGS[kind];
  const read = schema.safeParse(value);
  return read.success && keyOf(read.data) === key ? read.data : null;
}
