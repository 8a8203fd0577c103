import type { Deed } from './timeline';
import type { PaperState } from './trash';

/** Something that the reader did with a paper: the parts that changed. Imports bring their own times and are none. */
export interface PaperEvent extends Deed {
  /** The step that did it: taken back, it takes the event with it. */
  step: number;
}

/** What happened from one state to the next, or null if it was nothing that a paper's history tells. */
export function eventBetween(
  before: PaperState,
  after: PaperState,
  at: string,
  step: number,
): PaperEvent | null {
  const event: PaperEvent = { at, step };
  if (before.trashed !== after.trashed) event.trashed = after.trashed !== null;
  else {
    const [was, is] = [before.bookmark?.annotation, after.bookmark?.annotation];
    if ((was?.starred ?? false) !== (is?.starred ?? false)) event.starred = is?.starred ?? false;
    if ((was?.status ?? null) !== (is?.status ?? null)) event.status = is?.status ?? null;
  }
  return Object.keys(event).length > 2 ? event : null;
}
