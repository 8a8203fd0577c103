import type { PaperId } from '../../papers/ids';

/** Papers that the reader chose to do something with: some of a list, or all of it but some. */
export interface Selection {
  /** Whether `ids` are the ones that are not chosen, and all others of the list are. */
  allBut: boolean;
  ids: ReadonlySet<PaperId>;
}

export const NOTHING_SELECTED: Selection = { allBut: false, ids: new Set() };
export const ALL_SELECTED: Selection = { allBut: true, ids: new Set() };

/** Whether a paper of the list is chosen. */
export function isSelected({ allBut, ids }: Selection, id: PaperId): boolean {
  return ids.has(id) !== allBut;
}

/** How many are chosen of a list of so many. */
export function selectedCount({ allBut, ids }: Selection, total: number): number {
  return allBut ? Math.max(0, total - ids.size) : ids.size;
}

/** The selection with some papers of the list chosen, or not chosen. */
export function withSelected(
  { allBut, ids }: Selection,
  some: Iterable<PaperId>,
  chosen: boolean,
): Selection {
  const next = new Set(ids);
  for (const id of some) {
    if (chosen === allBut) next.delete(id);
    else next.add(id);
  }
  return { allBut, ids: next };
}

/** The chosen papers of a list, in its order. */
export function selectedOf(selection: Selection, list: readonly PaperId[]): PaperId[] {
  return list.filter((id) => isSelected(selection, id));
}
