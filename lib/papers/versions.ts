import type { Annotation, AnnotationPatch } from './annotation';
import { PAPER_LIMITS, type Paper } from './paper';
import { withOwnSources } from './sources';

/** The version at the end of an address, an id or a name in a page ("2504.12345v2", "…v2.full.pdf"); undefined: none. */
export function versionIn(text: string): number | undefined {
  const version = Number(/v(\d{1,3})(?:\.[a-z-]+)*\/?$/i.exec(text)?.[1] ?? 0);
  return version >= 1 && version <= PAPER_LIMITS.version ? version : undefined;
}

/** Whether a page has shown a newer version than the one that the reader starred or read. */
export function isUpdated({ version = 0, versionRead = version }: Paper): boolean {
  return version > versionRead;
}

/** Whether an edit says that the reader has the paper in hand as it is now: it is starred, begun or read. */
export function takesVersion({ starred, status }: AnnotationPatch): boolean {
  return starred === true || status === 'reading' || status === 'read';
}

/** Whether an annotation says that the reader has had the paper in hand, in whatever version. */
export function hadInHand({ starred, status }: Annotation): boolean {
  return takesVersion({ starred, status });
}

/** What is known of a paper, with the version that the reader has in hand: the one that the page shows, else the newest. */
export function withVersionRead(known: Paper, told: Paper | undefined): Paper {
  const versionRead = told?.versionRead ?? told?.version ?? known.version;
  if (versionRead === undefined || versionRead === known.versionRead) return known;
  return { ...known, versionRead };
}

/**
 * What is known of a paper that the reader had in hand before any page stated its version: from now on it is the first
 * one that was stated, so that the next is known to be newer.
 * @param before what was known until now
 */
export function withFirstVersion(known: Paper, before: Paper): Paper {
  return known.versionRead === undefined ? withVersionRead(known, before) : known;
}

/** What a page states, without what only an edit says. */
export function asStated({ versionRead: _, ...paper }: Paper): Paper {
  return withOwnSources(paper);
}
