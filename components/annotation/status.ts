import type { Status } from '../../lib/papers/annotation';
import { text } from '../../lib/text/text';
import type { IconName } from '../icons';

/** A reading status in the reader's words. */
export function statusText(status: Status | null): string {
  switch (status) {
    case 'to-read':
      return text('statusToRead');
    case 'reading':
      return text('statusReading');
    case 'read':
      return text('statusRead');
    case null:
      return text('statusNone');
  }
}

/** The picture of a reading status. */
export function statusIcon(status: Status | null): IconName {
  switch (status) {
    case 'to-read':
      return 'toRead';
    case 'reading':
      return 'reading';
    case 'read':
      return 'read';
    case null:
      return 'unread';
  }
}
