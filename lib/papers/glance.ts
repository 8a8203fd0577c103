import type { Annotation } from './annotation';
import type { PartValues } from './parts/parts';

/** What a card shows of an annotation: little, however much the reader wrote. */
export interface Glance extends PartValues {
  /** How many more tags there are. */
  more?: number | undefined;
}

/** How much of it, in items and characters. */
const MOST = { tags: 20, note: 300 };

/** An annotation with no more of its tags and its note than a card shows; the same one where it has no more. */
export function glanceOf(annotation: Annotation): Annotation & Glance {
  const { tags, note } = annotation;
  if (tags.length <= MOST.tags && note.length <= MOST.note) return annotation;
  return {
    ...annotation,
    tags: tags.slice(0, MOST.tags),
    note: note
      .trimStart()
      .slice(0, MOST.note)
      .replace(/[\uD800-\uDBFF]$/, ''), // half of a character
    more: Math.max(0, tags.length - MOST.tags),
  };
}
