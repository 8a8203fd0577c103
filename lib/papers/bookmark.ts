import type { Annotation } from './annotation';
import type { Paper } from './paper';

/** What the library keeps of a paper beside its facts. */
export interface Kept {
  annotation: Annotation;
  /** Fields of an imported record that this version does not know; kept so that an export gives them back. */
  extra?: Record<string, unknown> | undefined;
}

/** A paper with its annotation: one row of the reading list, one record of an export. */
export interface Bookmark extends Kept {
  paper: Paper;
}

/** A bookmark that comes from a file. */
export interface Incoming extends Bookmark {
  /**
   * The file only names the paper, as a list of links does: the status says so much and no more, that the paper is to be
   * kept. It counts where nothing else is known of the paper (`mergeIncoming`).
   */
  isImplied?: boolean | undefined;
}

/** When a bookmark came to the reading list: its star's time, else its first annotation's. ISO 8601, UTC. */
export function listedAt({ annotation }: Kept): string {
  return annotation.starred && annotation.starredAt !== null
    ? annotation.starredAt
    : annotation.createdAt;
}

/** What is kept, less whatever else an object has. */
export function keptIn({ annotation, extra }: Kept): Kept {
  return { annotation, ...(extra === undefined ? {} : { extra }) };
}
