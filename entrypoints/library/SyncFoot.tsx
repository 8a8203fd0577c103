import '../../components/syncing/syncLine.css';
import type { JSX } from 'preact';
import { SyncLine } from '../../components/syncing/SyncLine';
import { syncLine } from '../../lib/text/syncText';
import { syncLook } from '../../lib/views/syncing/look';
import { useSyncNews } from '../../lib/views/syncing/useSyncNews';

/** How this machine is with others, in one line; nothing where there are none. */
export function SyncFoot(): JSX.Element | null {
  const news = useSyncNews();
  const line = news && syncLine(news.state, new Date());
  if (news === null || line === null) return null;
  return <SyncLine look={syncLook(news.state)} line={line} href="/options.html#sync" />;
}
