import '../../components/syncing/syncLine.css';
import type { JSX } from 'preact';
import { SyncLine } from '../../components/syncing/SyncLine';
import { syncLine } from '../../lib/text/syncText';
import { syncLook } from '../../lib/views/syncing/look';
import { useSyncNews } from '../../lib/views/syncing/useSyncNews';

/** Says that other machines are not reached before the reader acts; of all else the popup says nothing. */
export function SyncStopped(): JSX.Element | null {
  const news = useSyncNews();
  const line = news && syncLook(news.state) === 'asks' && syncLine(news.state, new Date());
  return line ? <SyncLine look="asks" line={line} href="/options.html#sync" /> : null;
}
