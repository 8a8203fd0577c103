import type { PaperId } from '../papers/ids';

/** How long something is in sight before it counts as seen, in milliseconds. */
export const SEEN_AFTER = 1_000;

/** What of a page is in sight, and for how long. */
export interface Sighting {
  /** Watches an element, which shows a paper; another one from now on where it is watched already. */
  watch(element: Element, id: PaperId): void;
  unwatch(element: Element): void;
  /** How long each paper that was seen has been in sight, in milliseconds. */
  times(): Map<PaperId, number>;
  stop(): void;
}

interface Watched {
  id: PaperId;
  /** Half of it is in sight. */
  half: boolean;
  /** It is higher than the window, and fills half of that. */
  fills: boolean;
  /** When it came in sight; null while it is not. */
  since: number | null;
}

/**
 * See `Sighting`. A paper is seen when half of its element, or so much of it that it fills half of the window, was in
 * sight for a second together, in a page that is in sight. What is out of sight costs nothing, however much it is.
 * @param seen called once for each paper
 * @param now milliseconds that only grow (`performance.now`)
 */
export function createSighting(
  document: Document,
  seen: (id: PaperId) => void,
  now: () => number,
): Sighting {
  const watched = new Map<Element, Watched>();
  const inSight = new Set<Watched>();
  /** Milliseconds of stays that are over, of every paper; those in `known` were seen. */
  const past = new Map<PaperId, number>();
  const known = new Set<PaperId>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const halves = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, intersectionRatio, boundingClientRect } of entries) {
        if (boundingClientRect.height > window.innerHeight) middles.observe(target);
        change(target, { half: isIntersecting && intersectionRatio >= 0.5 });
      }
      wait();
    },
    { threshold: [0, 0.5] },
  );
  // What is higher than the window fills half of it just while it reaches over the window's middle.
  const middles = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) change(target, { fills: isIntersecting });
      wait();
    },
    { rootMargin: '-50% 0px -50% 0px' },
  );

  function change(element: Element, what: Partial<Pick<Watched, 'half' | 'fills'>>): void {
    const one = watched.get(element);
    if (one) settle(Object.assign(one, what));
  }

  function settle(one: Watched): void {
    const isSeen = (one.half || one.fills) && document.visibilityState === 'visible';
    if (isSeen === (one.since !== null)) return;
    if (isSeen) {
      one.since = now();
      inSight.add(one);
    } else leave(one);
  }

  function leave(one: Watched): void {
    if (one.since === null) return;
    const stay = now() - one.since;
    past.set(one.id, (past.get(one.id) ?? 0) + stay);
    if (stay >= SEEN_AFTER) tell(one.id);
    one.since = null;
    inSight.delete(one);
  }

  function tell(id: PaperId): void {
    if (known.has(id)) return;
    known.add(id);
    seen(id);
  }

  /** One timer, for whatever has been in sight the longest and was not seen yet. */
  function wait(): void {
    clearTimeout(timer);
    const starts = [...inSight].flatMap(({ id, since }) => (known.has(id) ? [] : (since ?? [])));
    if (starts.length > 0) timer = setTimeout(look, Math.min(...starts) + SEEN_AFTER - now());
  }

  function look(): void {
    for (const { id, since } of inSight) if (now() - (since ?? 0) >= SEEN_AFTER) tell(id);
    wait();
  }

  function onVisibility(): void {
    for (const one of watched.values()) settle(one);
    wait();
  }
  document.addEventListener('visibilitychange', onVisibility);

  function unwatch(element: Element): void {
    const one = watched.get(element);
    if (!one) return;
    leave(one);
    watched.delete(element);
    halves.unobserve(element);
    middles.unobserve(element);
  }

  return {
    watch(element, id) {
      if (watched.get(element)?.id === id) return;
      unwatch(element);
      watched.set(element, { id, half: false, fills: false, since: null });
      halves.observe(element);
    },
    unwatch,
    times() {
      const times = new Map([...known].map((id) => [id, past.get(id) ?? 0]));
      for (const { id, since } of inSight) {
        const before = times.get(id);
        if (before !== undefined) times.set(id, before + now() - (since ?? now()));
      }
      return times;
    },
    stop() {
      halves.disconnect();
      middles.disconnect();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisibility);
    },
  };
}
