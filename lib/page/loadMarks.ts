import type { Send } from '../messages/delivery';
import type { Feature } from './features/feature';
import type { Mounts } from './mounts';

/** What the marks' script needs of the page that it comes into. */
export interface MarksWorld extends Pick<Mounts, 'controlOn' | 'all'> {
  document: Document;
  /** The first host of the page's site: it stands for the site. */
  site: string;
  /** Whether the page shows cards of many papers, not one paper. */
  isListing: boolean;
  signal: AbortSignal;
}

/** Makes the features that are not needed for a page's first controls. */
export type MakeMarks = (world: MarksWorld) => Feature[];

declare global {
  // Of the world of our content scripts: the page has another one.
  var asterismMarks: MakeMarks | undefined;
}

/** Has the worker put the marks' script into this page. Where it cannot be had there are no marks: nothing is lost. */
export async function loadMarks(send: Send<'marks.load'>, world: MarksWorld): Promise<Feature[]> {
  const answer = await send('marks.load', {});
  return (answer.ok && !world.signal.aborted && globalThis.asterismMarks?.(world)) || [];
}
