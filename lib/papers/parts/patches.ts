import { typedOver } from '../notes';
import { cleanTag, sortTags, tagKey } from '../tags';
import type { PartName, PartValues, Status } from './parts';

/** A change to some parts; what is absent stays as it is, so two edits of two parts both win. */
export interface AnnotationPatch {
  starred?: boolean | undefined;
  status?: Status | null | undefined;
  addTags?: string[] | undefined;
  removeTags?: string[] | undefined;
  note?: string | undefined;
  /** The text that `note` was typed over (`typedOver`); absent: whatever is there is replaced. */
  noteWas?: string | undefined;
}

/** A part's value after a patch; the same one, as an object too, where that changes nothing. */
type Patched<Value> = (stored: Value, patch: AnnotationPatch) => Value;

/** How a patch changes each part. */
export const PATCHES: { readonly [P in PartName]: Patched<PartValues[P]> } = {
  starred: (stored, { starred = stored }) => starred,
  status: (stored, { status = stored }) => status,
  tags: patchedTags,
  note: (stored, { note = stored, noteWas = stored }) => typedOver(stored, noteWas, note),
};

function patchedTags(
  stored: string[],
  { addTags = [], removeTags = [] }: AnnotationPatch,
): string[] {
  if (addTags.length === 0 && removeTags.length === 0) return stored;
  const removed = new Set(removeTags.map(tagKey));
  const kept = removed.size === 0 ? [...stored] : stored.filter((tag) => !removed.has(tagKey(tag)));
  const keys = new Set(kept.map(tagKey));
  for (const tag of addTags.map(cleanTag)) {
    if (tag === '' || keys.has(tagKey(tag))) continue;
    keys.add(tagKey(tag));
    kept.push(tag);
  }
  const tags = sortTags(kept);
  return tags.join('\n') === stored.join('\n') ? stored : tags;
}
