import { language } from './text';

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How long ago a time (ISO 8601) was, as people say it: "now", "3 minutes ago", "yesterday". What is to come is now. */
export function agoText(time: string, now: Date): string {
  const seconds = Math.max(0, (now.getTime() - Date.parse(time)) / 1_000);
  const [unit, size] = UNITS.find(([, least]) => seconds >= least) ?? (['second', 1] as const);
  const count = unit === 'second' ? 0 : Math.floor(seconds / size);
  return new Intl.RelativeTimeFormat(language(), { numeric: 'auto' }).format(-count, unit);
}
