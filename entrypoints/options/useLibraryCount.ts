import { useEffect, useState } from 'preact/hooks';
import { onChange } from '../../lib/messages/announce';
import type { LibraryReader } from '../../lib/store/reader';

/** How many papers are in the library, now and after every change; null until it is known, `failed`: it cannot be read. */
export function useLibraryCount(reader: Pick<LibraryReader, 'count'>): number | null | 'failed' {
  const [count, setCount] = useState<number | null | 'failed'>(null);
  useEffect(() => {
    const watching = new AbortController();
    const read = async (): Promise<void> => {
      const found = await reader.count().catch(() => 'failed' as const);
      if (!watching.signal.aborted) setCount(found);
    };
    void read();
    onChange(() => void read(), watching.signal);
    return () => watching.abort();
  }, [reader]);
  return count;
}
