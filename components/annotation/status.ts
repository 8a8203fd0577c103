import type { Status } from '../../lib/papers/annotation';
import { text } from '../../lib/text/text';
import * as pictures from '../pictures';

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
export function statusIcon(status: Status | null): string {
  switch (status) {
    case 'to-read':
      return pictures.toRead;
    case 'reading':
      return pictures.reading;
    case 'read':
      return pictures.read;
    case null:
      return pictures.unread;
  }
}
