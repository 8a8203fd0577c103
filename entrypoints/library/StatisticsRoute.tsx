import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { StatisticsPage } from '../../components/statistics/StatisticsPage';
import { SITE_IDS, SITES } from '../../lib/sites/sites';
import { START, writeAddress } from '../../lib/views/library/address';
import { createSearchClient } from '../../lib/views/searching/client';
import { createStatistics } from '../../lib/views/statistics/statistics';
import type { RouteProps } from './environment';
import { useView } from './useView';

const NAMES = SITE_IDS.map((id) => SITES[id].name);
const hrefOf = (query: string): string => writeAddress({ ...START, query });

/** The numbers of the library. */
export function StatisticsRoute({ environment }: RouteProps): JSX.Element {
  const statistics = useView(
    () => createStatistics({ ...environment, client: createSearchClient(), sites: NAMES }),
    environment.onChange,
  );
  useEffect(() => () => statistics.close(), [statistics]); // its search has a thread of its own
  return (
    <StatisticsPage
      {...statistics.state()}
      hrefOf={hrefOf}
      onRetry={() => void statistics.open()}
    />
  );
}
