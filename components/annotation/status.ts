import type { Status } from '../../lib/papers/annotation';
import { STATUS_NAMES } from '../../lib/text/statusNames';
import { text } from '../../lib/text/text';
import * as pictures from '../pictures';

const PICTURES: Record<Status | 'none', string> = {
  'to-read': pictures.toRead,
  reading: pictures.reading,
  read: pictures.read,
  none: pictures.unread,
};

/** A reading status in the reader's words. */
export function statusText(status: Status | null): string {
  return text(STATUS_NAMES[status ?? 'none']);
}

/** The picture of a reading status. */
export function statusIcon(status: Status | null): string {
  return PICTURES[status ?? 'none'];
}
