import { useEffect, useState } from 'preact/hooks';
import { send } from '../../messages/client';
import type { SyncNews } from '../../messages/syncMessages';
import { onSyncNews, readSyncNews } from '../../messages/syncStatus';

/** How often a page says again how long ago something was, in milliseconds. */
const MINUTE = 60_000;

/**
 * How this machine is with others, as the worker last told it. Null: there are none, and the worker is not woken. Where
 * there are, it hears that a page was opened, and looks for changes unless it has just looked.
 */
export function useSyncNews(): SyncNews | null {
  const [news, setNews] = useState<SyncNews | null>(null);
  useEffect(() => {
    const life = new AbortController();
    void readSyncNews().then((read) => {
      if (life.signal.aborted) return;
      setNews(read);
      if (read !== null) void send('sync.status', {}); // what it answers is told to all pages
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
