import type { AnnotationPatch } from '../../lib/papers/annotation.ts';
import type { PaperId } from '../../lib/papers/ids.ts';
import type { Told } from './inPage.ts';
import type { Sent } from './model.ts';

/** Everything that was sent, with what became of it. */
export interface Log {
  all(): Sent[];
  /** A command is about to be sent: it counts even if nobody hears of it any more. */
  declare(by: string, one: Pick<Sent, 'key' | 'patches' | 'marker' | 'undoes'>): void;
  /** A page tells of a message. */
  hear(by: string, told: Told): void;
  /** A page is no more, and with it what it was waiting for. */
  died(by: string): void;
  /** A page was away for a moment: what was typed into it may have been left behind. */
  wasAway(by: string): void;
  /** Values that may be typed or clicked from now on; gives the way to say that all of them were heard of. */
  perhaps(by: string, id: PaperId, patches: readonly AnnotationPatch[]): () => void;
  /** Whether a sender, or anyone, waits for an answer; what only may have been sent does not count. */
  isWaiting(by?: string): boolean;
}

const PERHAPS = 'perhaps ';

/** An empty log. */
export function createLog(): Log {
  const entries = new Map<string, { by: string; sent: Sent }>();
  let guesses = 0;

  function declare(
    by: string,
    one: Pick<Sent, 'key' | 'patches' | 'marker' | 'undoes'>,
    from = Date.now(),
  ): Sent {
    const sent: Sent = { ...one, from, until: Number.POSITIVE_INFINITY, outcome: 'unknown' };
    entries.set(one.key, { by, sent });
    return sent;
  }

  return {
    all: () => [...entries.values()].map(({ sent }) => sent),
    declare,
    hear(by, { what, key, at, request, reply }) {
      const known = entries.get(key)?.sent;
      if (known === undefined) {
        if (what !== 'sent') return;
        const { id, patch } = request as { id: PaperId; patch: AnnotationPatch }; // only edits are told undeclared
        declare(by, { key, patches: new Map([[id, patch]]) }, at);
      } else if (what === 'sent') {
        known.until = Number.POSITIVE_INFINITY; // it is sent again
      } else {
        known.until = at;
        if (what === 'lost') return;
        known.outcome = reply?.ok ? 'answered' : 'failed';
        known.step = reply?.value?.undo;
      }
    },
    died(by) {
      for (const { by: sender, sent } of entries.values()) {
        if (sender === by && sent.until === Number.POSITIVE_INFINITY) sent.until = Date.now();
      }
    },
    wasAway(by) {
      for (const { by: sender, sent } of entries.values()) {
        if (sender === by && sent.key.startsWith(PERHAPS)) sent.until = Date.now();
      }
    },
    perhaps(by, id, patches) {
      const keys = patches.map((patch) => {
        guesses += 1;
        const key = `${PERHAPS}${guesses}`;
        declare(by, { key, patches: new Map([[id, patch]]) });
        return key;
      });
      return () => {
        // What was typed into a page that was hit meanwhile may be there whether it was heard of or not.
        for (const key of keys) {
          if (entries.get(key)?.sent.until === Number.POSITIVE_INFINITY) entries.delete(key);
        }
      };
    },
    isWaiting: (by) =>
      [...entries.values()].some(
        ({ by: sender, sent }) =>
          (by === undefined || sender === by) &&
          sent.until === Number.POSITIVE_INFINITY &&
          !sent.key.startsWith(PERHAPS),
      ),
  };
}
