import { Labels } from '../../components/list/Labels';
import { openRanking } from '../../lib/store/rankingReader';
import { readLabels } from '../../lib/views/labels';
import type { PopupProps } from './Popup';

/** Reads what the popup says about papers beside what the reader said. */
export async function readShownLabels(): Promise<PopupProps['labels']> {
  const ranking = openRanking();
  const labelled = await readLabels(ranking);
  ranking.close();
  return {
    onPages: (listed) => <Labels labels={labelled(listed, false)} />,
    inList: (listed) => <Labels labels={labelled(listed, true)} />,
  };
}
