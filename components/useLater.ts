import { useEffect, useState } from 'preact/hooks';
import type { Later } from '../lib/later';

/** A part of the page that is loaded when it is first wanted; null until it is there. */
export function useLater<T>(wanted: boolean, part: Later<T>): T | null {
  const [, setLoaded] = useState<Later<T> | null>(null);
  useEffect(() => {
    if (!wanted || part.now() !== null) return;
    let isWanted = true;
    // A part of the extension itself: it is there, or the extension is gone and says so at the next message.
    part.load().then(
      () => isWanted && setLoaded(part),
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, [wanted, part]);
  return part.now();
}
