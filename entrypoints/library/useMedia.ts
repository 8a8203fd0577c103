import { useEffect, useState } from 'preact/hooks';

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  const [holds, setHolds] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const watching = new AbortController();
    const media = matchMedia(query);
    media.addEventListener('change', () => setHolds(media.matches), { signal: watching.signal });
    return () => watching.abort();
  }, [query]);
  return holds;
}
