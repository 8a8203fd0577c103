import { emptyAnnotation } from '../../../lib/papers/annotation';
import type { Bookmark } from '../../../lib/papers/bookmark';
import { PAPER_LIMITS } from '../../../lib/papers/paper';
import { cleanTag, unionTags } from '../../../lib/papers/tags';

export const AT = '2026-11-11T11:11:11.000Z';
export const NOW = new Date(AT);

/** A bookmark that is as full of a text as the schema lets it be. */
export function fullOf(text: string): Bookmark {
  const parts = text.split(/[\s,]/).filter((part) => part !== '');
  const tags = parts.slice(0, 1_000).map(cleanTag);
  return {
    paper: {
      id: 'arxiv:2401.00001',
      title: text.slice(0, PAPER_LIMITS.title) || 'x',
      abstract: text.slice(0, PAPER_LIMITS.abstract),
      authors: parts.slice(0, 1_000).map((part) => part.slice(0, PAPER_LIMITS.name)),
      organization: { name: text.slice(0, PAPER_LIMITS.name) || 'x' },
    },
    annotation: {
      ...emptyAnnotation(AT),
      starred: true,
      tags: unionTags(
        tags.filter((tag) => tag !== ''),
        [],
      ),
      note: text,
    },
  };
}

/** The parts of a text that are parted by white space. */
export const partsOf = (text: string): string[] => text.split(/\s/);

/** The first half of a text. */
export const half = (text: string): string => text.slice(0, text.length / 2);
