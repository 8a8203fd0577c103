import type { Change } from '../../messages/announce';
import { STATUSES } from '../../papers/annotation';
import type { Query } from '../../papers/query/ast';
import { parseQuery } from '../../papers/query/parse';
import { writeQuery } from '../../papers/query/write';
import { createObservers, type Observable } from '../observable';
import type { SearchClient } from '../searching/client';
import { counting } from './counting';
import { lastWeeks, type Week } from './weeks';

/** One bar: how many papers a search finds. */
export interface Bar<T> {
  of: T;
  /** The search, as it is typed. */
  query: string;
  count: number;
}

/** Years before the first that has a bar of its own, together. */
export interface Earlier {
  before: number;
}

/** What is counted of the whole library. */
export const FIGURES = ['all', 'starred', 'read', 'noted'] as const;
export type Figure = (typeof FIGURES)[number];

/** How the library is spread. What is null is still being counted. */
export interface Statistics {
  figures: Bar<Figure>[] | null;
  /** Starred papers, by the week in which they were; the present week last. */
  weeks: Bar<Week>[] | null;
  /** By reading status, those without one last. */
  statuses: Bar<(typeof STATUSES)[number] | null>[] | null;
  tags: Bar<string>[] | null;
  organizations: Bar<string>[] | null;
  sites: Bar<string>[] | null;
  /** By year of publication, the latest last; what is long ago in one. */
  years: Bar<number | Earlier>[] | null;
}

export interface StatisticsDeps {
  client: Pick<SearchClient, 'search' | 'close'>;
  now: () => Date;
  /** Names of the sites. */
  sites: readonly string[];
}

export interface StatisticsState extends Statistics {
  failed: boolean;
}

/** The numbers of the library, counted when they are looked at. */
export interface StatisticsView extends Observable {
  state(): StatisticsState;
  open(): Promise<void>;
  /** Annotations changed somewhere: what is on show is counted again. */
  changed(change: Change): Promise<void>;
  close(): void;
}

const WEEKS = 26;
const MOST = 10;
const YEARS = 16;

const NOTHING: Statistics = {
  ...{ figures: null, weeks: null, statuses: null, tags: null },
  ...{ organizations: null, sites: null, years: null },
};

/** See `StatisticsView`. Each bar is what its search finds, so that a click on it shows just those. */
export function createStatistics({ client, now, sites }: StatisticsDeps): StatisticsView {
  const { subscribe, notify } = createObservers();
  let state: StatisticsState = { ...NOTHING, failed: false };
  const counter = counting(client);
  let turn = 0;

  async function open(): Promise<void> {
    turn += 1;
    const mine = turn;
    counter.restart();
    const tell = (part: Partial<StatisticsState>): void => {
      if (mine !== turn) return;
      state = { ...state, ...part };
      notify();
    };
    const bar = async <T>(of: T, query: Query): Promise<Bar<T> | null> => {
      const found = mine === turn ? await counter.count(query) : null;
      if (found === null) tell({ failed: true }); // where this is still the counting that is shown
      return found && { of, query: writeQuery(query), count: found.total };
    };
    const bars = async <T>(all: readonly (readonly [T, Query])[]): Promise<Bar<T>[]> => {
      const counted = await Promise.all(all.map(([of, query]) => bar(of, query)));
      return counted.filter((one) => one !== null);
    };

    const whole = await counter.count({ kind: 'all' }, true);
    const facets = whole?.facets;
    if (!facets) return tell({ failed: true });
    tell({
      failed: false,
      figures: await bars(
        FIGURES.map((what) => [what, what === 'all' ? { kind: 'all' } : { kind: 'is', what }]),
      ),
      tags: facets.tag.slice(0, MOST).map(({ value, count }) => ({
        of: value,
        query: writeQuery({ kind: 'tag', tag: value }),
        count,
      })),
    });
    const typed = (text: string): Query => parseQuery(text, now()).query;
    tell({
      weeks: await bars(
        lastWeeks(WEEKS, now()).map(
          (week) => [week, typed(`is:starred added:${week.from}..${week.to}`)] as const,
        ),
      ),
    });
    tell({
      statuses: await bars([
        ...STATUSES.map((status) => [status, { kind: 'is', what: status }] as const),
        [null, typed(STATUSES.map((status) => `-is:${status}`).join(' '))],
      ]),
    });
    tell({ years: await bars(yearsOf(facets.year.flatMap(({ value }) => value ?? []))) });
    const organizations = facets.organization.slice(0, MOST).map(({ value }) => value);
    tell({
      organizations: await bars(
        organizations.map((name) => [name, { kind: 'org', text: name }] as const),
      ),
    });
    const met = await bars(sites.map((name) => [name, { kind: 'site', text: name }] as const));
    tell({ sites: met.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count) });
  }

  return {
    subscribe,
    state: () => state,
    open,
    changed: open,
    close() {
      turn += 1;
      counter.restart();
      client.close();
    },
  };
}

/** The years that get a bar, each year between the first and the last of them too; all before them get one together. */
function yearsOf(known: readonly number[]): (readonly [number | Earlier, Query])[] {
  if (known.length === 0) return [];
  const last = Math.max(...known);
  const first = Math.max(Math.min(...known), last - YEARS + 1);
  const single = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const bars = single.map((year) => [year, { kind: 'year', from: year, to: year }] as const);
  if (known.every((year) => year >= first)) return bars;
  const earlier = { kind: 'year', from: Math.min(...known), to: first - 1 } as const;
  return [[{ before: first }, earlier], ...bars];
}
