// Times as other programs write them. What is not understood for sure is null: no time is guessed.

import { dateIn } from './dates';

const [OLDEST, NEWEST] = [Date.UTC(1990, 0, 1), Date.UTC(2100, 0, 1)];

/** A time in seconds, milliseconds or microseconds since 1970, as ISO 8601 in UTC. */
export function timeOfNumber(value: number): string | null {
  const ms = value < 1e11 ? value * 1_000 : value < 1e14 ? value : value / 1_000;
  return ms >= OLDEST && ms < NEWEST ? new Date(ms).toISOString() : null;
}

const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|UTC|[+-]\d\d:?\d\d)?)?$/;
/** As JavaScript writes a date in English, with its zone. */
const ENGLISH = /^[A-Z][a-z]{2},? [A-Za-z0-9 :]{10,22} ?GMT(?:[+-]\d{4})?(?: \(.{1,60}\))?$/;

/** A time in text, or in digits, as ISO 8601 in UTC; a day or a time without a zone is taken as UTC. */
export function timeOf(value: unknown): string | null {
  if (typeof value === 'number') return timeOfNumber(value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (/^\d{9,16}(?:\.\d+)?$/.test(text)) return timeOfNumber(Number(text));
  const [, day, clock = '00:00', zone = 'Z'] = ISO.exec(text) ?? [];
  const iso =
    day && `${day}T${clock}${zone === 'UTC' ? 'Z' : zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`;
  const ms = Date.parse(iso ?? (ENGLISH.test(text) ? text : (worded(text) ?? '')));
  return ms >= OLDEST && ms < NEWEST ? new Date(ms).toISOString() : null;
}

const CLOCK = /(?<!\d)(\d{1,2}):(\d\d)(?::(\d\d))?(?:\s?([ap])\.?m\b)?/i;

/** "January 5, 2024 3:45 PM", "2024/01/05" and the like, as people and Notion write them: a whole day at least. */
function worded(text: string): string | null {
  if (text.length > 60) return null;
  const [clock = '', hour = '0', minute = '00', second = '00', half] = CLOCK.exec(text) ?? [];
  const day = dateIn(text.replace(clock, ' ').replace(/^@/, ''));
  if (day?.length !== 10) return null;
  const hours = (half ? Number(hour) % 12 : Number(hour)) + (half?.toLowerCase() === 'p' ? 12 : 0);
  return `${day}T${String(hours).padStart(2, '0')}:${minute}:${second}Z`;
}
