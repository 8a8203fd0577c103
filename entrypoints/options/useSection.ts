import { useEffect, useState } from 'preact/hooks';

/** Older names of addresses within the page; what leads to them is in popup, library and saved bookmarks. */
const PARTS: Record<string, string> = {
  import: 'import-export',
  export: 'import-export',
  news: 'about',
};

/** How much of a section must be in sight for it to be the one, in pixels. */
const ENOUGH = 100;

/**
 * The section that is in sight. The page opens at the one that its address names, and stays there while what is above
 * is still being read; then it is the first of which enough is in sight.
 */
export function useSection(ids: readonly string[]): string {
  const [current, setCurrent] = useState(ids[0] ?? '');

  useEffect(() => {
    const watching = new AbortController();
    const { signal } = watching;
    const arrive = (): void => {
      const name = location.hash.slice(1);
      const section = PARTS[name] ?? name;
      if (!ids.includes(section)) return;
      // Sections are made by this page: the browser looked for them before they were there.
      document.getElementById(name)?.scrollIntoView();
      setCurrent(section);
    };
    const look = (): void => {
      const first = ids.findIndex((id) => {
        const box = document.getElementById(id)?.getBoundingClientRect();
        return box !== undefined && box.bottom > ENOUGH;
      });
      const isEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
      const named = ids.indexOf(location.hash.slice(1));
      // At the end of the page, what begins too low to come up further is what was asked for.
      setCurrent(ids[isEnd && named > first ? named : Math.max(0, first)] ?? '');
    };
    arrive();
    const settling = new ResizeObserver(arrive);
    settling.observe(document.body);
    for (const byReader of ['wheel', 'keydown', 'pointerdown', 'touchstart']) {
      addEventListener(byReader, () => settling.disconnect(), { signal, passive: true });
    }
    addEventListener('hashchange', arrive, { signal });
    addEventListener('scroll', look, { signal, passive: true });
    return () => {
      settling.disconnect();
      watching.abort();
    };
  }, [ids]);

  return current;
}
