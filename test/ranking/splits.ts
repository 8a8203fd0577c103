import type { Example } from '../../lib/ranking/examples';
import type { Choices } from './data';

/** A reader at one moment: what is known by then, and what is still to come. Rows are papers in the order of days. */
export interface Split {
  reader: string;
  /** Which share of the days on which the reader chose something is past. */
  share: number;
  /** How many rows are known by then. */
  known: number;
  /** What the reader did with the known papers, from the first day on which anything was chosen. */
  examples: Example[];
  /** The rows to come, up to the last day on which anything was chosen. */
  future: number[];
  isChosen: (row: number) => boolean;
}

/** Each reader at several moments. Nothing of the future is in what is known: a day is on one side. */
export function splitsOf({ papers, days, readers }: Choices, shares: readonly number[]): Split[] {
  return [...readers].flatMap(([reader, ids]) => {
    const isChosen = (row: number): boolean => ids.has(papers[row]?.id ?? 'arxiv:');
    const rows = papers.map((_, row) => row);
    const choosing = [...new Set(rows.filter(isChosen).map((row) => days[row] ?? ''))];
    const [first = '', last = ''] = [choosing[0], choosing.at(-1)];
    return shares.map((share) => {
      const now = choosing[Math.floor(choosing.length * share) - 1] ?? first;
      return {
        reader,
        share,
        known: days.findLastIndex((day) => day <= now) + 1,
        examples: rows
          .filter((row) => between(days[row], first, now))
          .map((row) => ({ row, chosen: isChosen(row), weight: 1 })),
        future: rows.filter((row) => (days[row] ?? '') > now && (days[row] ?? '') <= last),
        isChosen,
      };
    });
  });
}

/** The same reader with no more than the last `count` of the choices: the papers before them are not known either. */
export function withFew(split: Split, count: number): Split {
  const chosen = split.examples.filter((example) => example.chosen).slice(-count);
  const first = chosen[0]?.row ?? 0;
  return { ...split, examples: split.examples.filter(({ row }) => row >= first) };
}

/** The same reader with one in `share` of what was passed over. */
export function passingOverFewer(split: Split, share: number): Split {
  const examples = split.examples.filter(({ chosen, row }) => chosen || row % share === 0);
  return { ...split, examples };
}

function between(day = '', first: string, last: string): boolean {
  return day >= first && day <= last;
}
