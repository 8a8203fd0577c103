import type { Status } from '../../lib/papers/annotation';
import { text } from '../../lib/text/text';
import * as pictures from '../pictures';

const LOOKS = {
  'to-read': ['statusToRead', pictures.toRead],
  reading: ['statusReading', pictures.reading],
  read: ['statusRead', pictures.read],
  none: ['statusNone', pictures.unread],
} as const satisfies Record<Status | 'none', unknown>;

/** A reading status in the reader's words. */
export function statusText(status: Status | null): string {
  return text(LOOKS[status ?? 'none'][0]);
}

/** The picture of a reading status. */
export function statusIcon(status: Status | null): string {
  return LOOKS[status ?? 'none'][1];
}
