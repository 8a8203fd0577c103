import type { Mounts } from './mounts';

/** Whose marks these are, in the order in which they stand on a card. */
const KINDS = ['new', 'labels'] as const;
export type MarkKind = (typeof KINDS)[number];

/** Puts the marks of several features on one control. */
export interface Marking {
  /** The marks of one kind on a card, in place of those before. */
  put(element: HTMLElement, kind: MarkKind, marks: Element[]): void;
  drop(element: HTMLElement): void;
}

/** See `Marking`. */
export function createMarking(controlOn: Mounts['controlOn']): Marking {
  const byCard = new Map<HTMLElement, Partial<Record<MarkKind, Element[]>>>();
  return {
    put(element, kind, marks) {
      const before = byCard.get(element);
      if (marks.length === 0 && !before?.[kind]?.length) return; // most cards have none
      const all = { ...before, [kind]: marks };
      byCard.set(element, all);
      controlOn(element)?.mark(...KINDS.flatMap((one) => all[one] ?? []));
    },
    drop: (element) => void byCard.delete(element),
  };
}
