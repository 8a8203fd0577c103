import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Calls back whenever the end of a list comes near. `length` is the list's: a longer list has a new end. */
export function ListEnd({ length, onNear }: { length: number; onNear: () => void }): JSX.Element {
  const end = useRef<HTMLDivElement>(null);
  const near = useRef(onNear);
  near.current = onNear;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new observer tells of an end that is still in sight
  useLayoutEffect(() => {
    if (!end.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) near.current();
      },
      { rootMargin: '600px 0px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [length]);
  return <div ref={end} />;
}
