import type { Send } from '../messages/delivery';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';
import { failureText } from '../text/failureText';
import { text } from '../text/text';
import type { Notify } from './notices';

/** Says that papers are not for the reader, and takes it back. Cards show it when the worker has announced it. */
export interface Dismissing {
  /** Null where that cannot be said. */
  isDismissed(id: PaperId): Promise<boolean | null>;
  toggle(paper: Paper): Promise<void>;
}

/** See `Dismissing`. */
export function createDismissing({
  send,
  notify,
}: {
  send: Send<'page.ask' | 'paper.dismiss'>;
  notify: Notify;
}): Dismissing {
  async function isDismissed(id: PaperId): Promise<boolean | null> {
    const answer = await send('page.ask', { ids: [id], asks: ['dismissed'] });
    return answer.ok ? (answer.value.papers[id]?.dismissed ?? false) : null;
  }

  return {
    isDismissed,
    async toggle(paper) {
      const { id } = paper;
      const dismissed = (await isDismissed(id)) !== true;
      const answer = await send('paper.dismiss', { id, dismissed, paper });
      if (!answer.ok) notify(failureText(answer.code));
      else notify(text(dismissed ? 'dismissedSaid' : 'dismissedBack'));
    },
  };
}
