import { useEffect, useState } from 'preact/hooks';
import type { SyncNews } from '../../messages/syncMessages';
import { onSyncNews, readSyncNews } from '../../messages/syncStatus';

/** How often a page says again how long ago something was, in milliseconds. */
const MINUTE = 60_000;

/** How this machine is with others, as the worker last told it; the worker is not woken. Null: there are none. */
export function useSyncNews(): SyncNews | null {
  const [news, setNews] = useState<SyncNews | null>(null);
  useEffect(() => {
    const life = new AbortController();
    void readSyncNews().then((read) => {
      if (!life.signal.aborted) setNews(read);
    });
    onSyncNews(setNews, life.signal);
    // As another object it is shown again: what was "now" is "1 minute ago".
    const aging = setInterval(() => setNews((last) => last && { ...last }), MINUTE);
    return () => {
      clearInterval(aging);
      life.abort();
    };
  }, []);
  return news;
}
