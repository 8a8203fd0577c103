import { useEffect, useState } from 'preact/hooks';

/** Older names of addresses within the page; what leads to them is in popup, library and saved bookmarks. */
const PARTS: Record<string, string> = { import: 'import-export', export: 'import-export' };

/**
 * The section that is in sight. The page opens at the one that its address names; then it is the first that begins in
 * the upper part of the window.
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
      const tops = ids.map((id) => document.getElementById(id)?.getBoundingClientRect().top ?? 0);
      const isEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
      const last = tops.findLastIndex((top) => top <= innerHeight / 3);
      const named = ids.indexOf(location.hash.slice(1));
      // At the end of the page, what begins too low to come up further is what was asked for.
      setCurrent(ids[isEnd && named > last ? named : Math.max(0, last)] ?? '');
    };
    arrive();
    addEventListener('hashchange', arrive, { signal });
    addEventListener('scroll', look, { signal, passive: true });
    return () => watching.abort();
  }, [ids]);

  return current;
}
