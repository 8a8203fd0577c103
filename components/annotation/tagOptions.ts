import { cleanTag, completeTag, sameTag, type TagCount } from '../../lib/papers/tags';

/** A row of the list below a tag field. */
export interface TagOption {
  tag: string;
  /** Whether it is in use nowhere yet: the row that says so is the last. */
  isNew: boolean;
}

export interface TagQuestion {
  typed: string;
  /** Tags in use, with how often. */
  inUse: readonly TagCount[];
  /** Tags that were added last, the latest first. */
  recent: readonly string[];
  /** Tags that are there already. */
  taken: readonly string[];
  /** Whether a tag may be one that nothing has yet. */
  creates: boolean;
}

/** Rows of tags in use. */
const MOST = 7;

/**
 * What a tag field offers: where nothing is typed, the tags that were added last and then the most used; else those that
 * fit, the same one first, and last the way to a new one.
 */
export function tagOptions(question: TagQuestion): TagOption[] {
  const { typed, inUse, recent, taken, creates } = question;
  const tag = cleanTag(typed);
  const known = ({ tag: other }: TagCount): boolean => sameTag(other, tag);
  const options =
    tag === '' ? suggested(inUse, recent, taken) : completeTag(tag, inUse, taken, MOST);
  const same = inUse.find(known)?.tag;
  const first = same !== undefined && options.includes(same) ? [same] : [];
  const rows = [...first, ...options.filter((other) => other !== same)];
  const isNew =
    creates && tag !== '' && same === undefined && !taken.some((one) => sameTag(one, tag));
  return [
    ...rows.map((one) => ({ tag: one, isNew: false })),
    ...(isNew ? [{ tag, isNew: true }] : []),
  ];
}

/** The row that Enter takes before any arrow is pressed; -1 where nothing is typed, or it is there already. */
export function preselected({ typed, taken }: TagQuestion): number {
  const tag = cleanTag(typed);
  return tag === '' || taken.some((one) => sameTag(one, tag)) ? -1 : 0;
}

function suggested(
  inUse: readonly TagCount[],
  recent: readonly string[],
  taken: readonly string[],
): string[] {
  const lately = recent.flatMap((tag) => inUse.find((one) => sameTag(one.tag, tag))?.tag ?? []);
  const others = completeTag('', inUse, [...taken, ...lately], MOST);
  return [...lately.filter((tag) => !taken.some((one) => sameTag(one, tag))), ...others].slice(
    0,
    MOST,
  );
}
