import type { TextKey } from './text';

/** The reading statuses in words. */
export const STATUS_NAMES = {
  'to-read': 'statusToRead',
  reading: 'statusReading',
  read: 'statusRead',
  none: 'statusNone',
} as const satisfies Record<string, TextKey>;
