import * as z from 'zod/mini';
import { EDIT_LIMITS } from '../../papers/annotation';
import { PAPER_LIMITS } from '../../papers/paper';
import { SEARCH_LIMITS } from '../../papers/savedSearch';
import { paperIdSchema, timeSchema } from '../../papers/schemas';
import { TAG_COLOURS } from '../../papers/tagColours';
import { cleanTag } from '../../papers/tags';
import type { Decoded } from '../decoded';
import { fieldsOf } from './fields';
import { repairTime } from './repairs';
import { parseJson } from './values';

// What a library file has besides papers: searches that the reader saved, colours of tags, and settings.

const search = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(SEARCH_LIMITS.name)),
  query: z.string().check(z.maxLength(SEARCH_LIMITS.query)),
  savedAt: z.pipe(z.transform(repairTime), timeSchema),
});

const colour = z.object({
  tag: z.string().check(z.maxLength(EDIT_LIMITS.tag), z.overwrite(cleanTag), z.minLength(1)),
  colour: z.enum(TAG_COLOURS),
});

const dismissed = z.object({
  id: paperIdSchema,
  title: z.catch(z.string().check(z.maxLength(PAPER_LIMITS.title)), ''),
  dismissedAt: z.pipe(z.transform(repairTime), timeSchema),
});

/** What a library file has for the whole library. */
export type SettingsList = (typeof LISTS)[number];
const LISTS = ['searches', 'tagColours', 'dismissed', 'settings'] as const;

/** Whether a name at the file's top level is one of them. */
export function isSettingsList(name: string): name is SettingsList {
  return LISTS.some((list) => list === name);
}

/** What such a list says; what of it cannot be read is counted. Null is a list that was too large to be kept. */
export function* readSettings(
  name: SettingsList,
  text: string | null,
): Generator<Decoded, void, void> {
  const list = parseJson(text ?? '');
  if (name === 'settings') {
    const stated = fieldsOf(list);
    yield stated === null
      ? { kind: 'unreadableSettings', list: name, count: 1 }
      : { kind: 'settings', stated: Object.fromEntries(stated) };
    return;
  }
  let unreadable = Array.isArray(list) ? 0 : 1;
  for (const item of Array.isArray(list) ? list : []) {
    const decoded = READERS[name](item);
    if (decoded === null) unreadable++;
    else yield decoded;
  }
  if (unreadable > 0) yield { kind: 'unreadableSettings', list: name, count: unreadable };
}

const READERS = { searches: readSearch, tagColours: readColour, dismissed: readDismissed };

function readDismissed(item: unknown): Decoded | null {
  const read = dismissed.safeParse(item);
  return read.success ? { kind: 'dismissed', paper: read.data } : null;
}

function readSearch(item: unknown): Decoded | null {
  const read = search.safeParse(item);
  return read.success ? { kind: 'search', search: read.data } : null;
}

function readColour(item: unknown): Decoded | null {
  const read = colour.safeParse(item);
  return read.success ? { kind: 'tagColour', ...read.data } : null;
}
