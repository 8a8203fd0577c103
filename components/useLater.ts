import { useEffect, useState } from 'preact/hooks';

/** A part of the page that is loaded when it is first wanted; null until it is there. */
export function useLater<T>(wanted: boolean, load: () => Promise<T>): T | null {
  const [loaded, setLoaded] = useState<{ part: T } | null>(null);
  useEffect(() => {
    if (!wanted || loaded !== null) return;
    let isWanted = true;
    // A part of the extension itself: it is there, or the extension is gone and says so at the next message.
    load().then(
      (part) => isWanted && setLoaded({ part }),
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, [wanted, loaded, load]);
  return loaded?.part ?? null;
}
