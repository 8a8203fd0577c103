import './statistics.css';
import type { ComponentChildren, JSX } from 'preact';
import { STATUS_NAMES } from '../../lib/text/statusNames';
import { countText, dateText, numberText, type TextKey, text } from '../../lib/text/text';
import type { Bar, Earlier, Figure, StatisticsState } from '../../lib/views/statistics/statistics';
import { EmptyState } from '../list/EmptyState';
import { FailedState } from '../list/FailedState';
import { Skeleton } from '../list/Skeleton';
import * as pictures from '../pictures';
import { BarTable } from './BarTable';
import { type Column, ColumnChart } from './ColumnChart';

export interface StatisticsPageProps extends StatisticsState {
  /** The library with a search. */
  hrefOf: (query: string) => string;
  onRetry: () => void;
}

const FIGURES: Record<Figure, TextKey> = {
  all: 'figureAll',
  starred: 'figureStarred',
  read: 'figureRead',
  noted: 'figureNoted',
};

/** How the library is spread: over time, by what was said about papers, and by what they are. */
export function StatisticsPage(props: StatisticsPageProps): JSX.Element {
  const { failed, figures, weeks, statuses, tags, organizations, sites, years, hrefOf } = props;
  const rowsOf = <T,>(bars: readonly Bar<T>[], name: (of: T) => string) =>
    bars.map(({ of, count, query }) => ({ label: name(of), count, href: hrefOf(query) }));
  const isEmpty = figures?.every(({ count }) => count === 0) === true;
  return (
    <div class="statistics">
      <h2>{text('placeStatistics')}</h2>
      {failed && <FailedState why={null} onRetry={props.onRetry} />}
      {!failed && figures === null && <Skeleton />}
      {!failed && isEmpty && (
        <EmptyState
          icon={pictures.chart}
          title={text('emptyLibraryTitle')}
          text={text('statisticsEmpty')}
        />
      )}
      {!failed && figures !== null && !isEmpty && (
        <>
          <ul class="figures">
            {figures.map(({ of, count, query }) => (
              <li key={of}>
                <a href={hrefOf(query)}>
                  <b>{numberText(count)}</b> {text(FIGURES[of])}
                </a>
              </li>
            ))}
          </ul>
          <div class="charts">
            <Chart wide heading={text('statisticsWeeks')} bars={weeks}>
              {(bars) =>
                bars.every(({ count }) => count === 0) ? (
                  <p class="chart-none">{countText('statisticsNoStars', bars.length)}</p>
                ) : (
                  <ColumnChart
                    name={text('statisticsWeeks')}
                    of={text('statisticsWeek')}
                    columns={weekColumns(bars, hrefOf)}
                    colour="star"
                  />
                )
              }
            </Chart>
            <Chart heading={text('statisticsReading')} bars={statuses}>
              {(bars) => (
                <BarTable
                  name={text('statisticsReading')}
                  rows={rowsOf(bars, (status) => text(STATUS_NAMES[status ?? 'none']))}
                />
              )}
            </Chart>
            <Chart heading={text('statisticsTags')} bars={tags}>
              {(bars) => (
                <BarTable name={text('statisticsTags')} rows={rowsOf(bars, (tag) => tag)} />
              )}
            </Chart>
            <Chart wide heading={text('statisticsYears')} bars={years}>
              {(bars) => (
                <ColumnChart
                  name={text('statisticsYears')}
                  of={text('statisticsYear')}
                  columns={yearColumns(bars, hrefOf)}
                  colour="accent"
                />
              )}
            </Chart>
            <Chart heading={text('statisticsOrganizations')} bars={organizations}>
              {(bars) => (
                <BarTable
                  name={text('statisticsOrganizations')}
                  rows={rowsOf(bars, (name) => name)}
                />
              )}
            </Chart>
            <Chart heading={text('statisticsSites')} bars={sites}>
              {(bars) => (
                <BarTable
                  name={text('statisticsSites')}
                  rows={rowsOf(bars, (name) => name)}
                  about={text('statisticsSitesAbout')}
                />
              )}
            </Chart>
          </div>
        </>
      )}
    </div>
  );
}

interface ChartProps<T> {
  heading: string;
  /** Null: still being counted. */
  bars: readonly Bar<T>[] | null;
  wide?: boolean;
  children: (bars: readonly Bar<T>[]) => ComponentChildren;
}

function Chart<T>({ heading, bars, wide = false, children }: ChartProps<T>): JSX.Element {
  return (
    <section class="chart" data-wide={wide} aria-busy={bars === null}>
      <h3>{heading}</h3>
      {bars === null ? (
        <Skeleton />
      ) : bars.length === 0 ? (
        <p class="chart-none">{text('statisticsNone')}</p>
      ) : (
        children(bars)
      )}
    </section>
  );
}

/** Every second month has its name below its first week. */
function weekColumns(
  bars: readonly Bar<{ from: string }>[],
  hrefOf: (query: string) => string,
): Column[] {
  const monthOf = (at: number): string => bars[at]?.of.from.slice(0, 7) ?? '';
  let months = 0;
  return bars.map(({ of: { from }, count, query }, at) => {
    const begins = at > 0 && monthOf(at) !== monthOf(at - 1);
    if (begins) months += 1;
    const tick = begins && months % 2 === 1 ? dateText(monthOf(at)) : undefined;
    return { label: text('statisticsWeekOf', dateText(from)), count, href: hrefOf(query), tick };
  });
}

/** As many years as there is room for have their number below. */
function yearColumns(
  bars: readonly Bar<number | Earlier>[],
  hrefOf: (query: string) => string,
): Column[] {
  const step = Math.ceil(bars.length / 6);
  return bars.map(({ of, count, query }, at) => ({
    label: typeof of === 'number' ? String(of) : text('statisticsBefore', of.before),
    count,
    href: hrefOf(query),
    tick: typeof of === 'number' && (bars.length - 1 - at) % step === 0 ? String(of) : undefined,
  }));
}
