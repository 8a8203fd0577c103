import type { Send } from '../messages/delivery';
import { MOST_SECONDS } from '../messages/limits';
import type { PaperId } from '../papers/ids';

/** How long is waited for more to be seen before it is told, in milliseconds. */
const GATHERED = 1_000;

/** Tells the worker what was in sight. */
export interface SeenReport {
  /** Something was seen: it is told with what is seen in the next moment. */
  soon(): void;
  /** The page may be gone in a moment. */
  atOnce(): void;
}

/**
 * See `SeenReport`. What was not answered is told with what is seen next, and told twice is as told once.
 * @param times how long each paper that was seen has been in sight, in milliseconds
 */
export function createSeenReport(
  send: Send<'papers.see'>,
  times: () => ReadonlyMap<PaperId, number>,
): SeenReport {
  const told = new Map<PaperId, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function atOnce(): void {
    clearTimeout(timer);
    timer = undefined;
    const papers = [...times()].flatMap(([id, time]) => {
      const seconds = Math.min(MOST_SECONDS, Math.floor(time / 1_000));
      return seconds > (told.get(id) ?? -1) ? [{ id, seconds }] : [];
    });
    if (papers.length > 0) void tell(papers);
  }

  async function tell(papers: { id: PaperId; seconds: number }[]): Promise<void> {
    const answer = await send('papers.see', { papers });
    if (answer.ok) for (const { id, seconds } of papers) told.set(id, seconds);
  }

  return {
    soon() {
      timer ??= setTimeout(atOnce, GATHERED);
    },
    atOnce,
  };
}
