import type { PaperId } from '../../papers/ids';
import type { ListedPaper } from '../../papers/list';
import { text } from '../../text/text';
import type { Notices } from '../notices';
import type { Bulk, BulkAction } from './bulk';
import type { Results } from './results';
import {
  ALL_SELECTED,
  isSelected,
  NOTHING_SELECTED,
  type Selection,
  selectedCount,
  selectedOf,
  withSelected,
} from './selection';

/** The chosen papers of a list and what is done to them. */
export interface SelectionActions {
  selection(): Selection;
  count(): number;
  /** All chosen papers, in the order of the list. Null: they could not be read. */
  ids(): Promise<PaperId[] | null>;
  /** All papers to choose from, in their order. Null: they could not be read. */
  listed(): Promise<PaperId[] | null>;
  toggle(place: number): void;
  /** Chooses all between the place that was toggled last and this one. */
  extend(place: number, from: number): Promise<void>;
  all(): void;
  none(): void;
  /** Does something to all chosen papers. */
  run(action: BulkAction): Promise<void>;
  /** Whether all chosen papers have a star, as far as is known. */
  areStarred(): boolean;
  /** Tags of the chosen papers that are known. */
  tags(): string[];
}

export interface SelectionDeps {
  results: Results;
  bulk: Bulk;
  paper: (id: PaperId) => ListedPaper | undefined;
  notices: Pick<Notices, 'show'>;
  onChange: () => void;
}

/** See `SelectionActions`. */
export function createSelectionActions({
  results,
  bulk,
  paper,
  notices,
  onChange,
}: SelectionDeps): SelectionActions {
  let selection = NOTHING_SELECTED;
  let running: Promise<unknown> = Promise.resolve();
  let anchor: number | null = null;
  /** What the last `extend` chose: the next one from the same place chooses something else instead. */
  let extended: readonly PaperId[] = [];
  /** Rows of an `extend` that are still being read; `turn` is another number when one chose again meanwhile. */
  let reading: Promise<unknown> = Promise.resolve();
  let turn = 0;

  const length = (): number => results.state().length ?? 0;

  function set(next: Selection): void {
    // All of a list that were taken out one by one are none.
    selection = selectedCount(next, length()) === 0 ? NOTHING_SELECTED : next;
    if (selection === NOTHING_SELECTED) [anchor, extended] = [null, []];
    onChange();
  }

  function chooseAnew(next: Selection): void {
    turn += 1;
    set(next);
  }

  function extendTo(ids: readonly PaperId[]): void {
    set(withSelected(withSelected(selection, extended, false), ids, true));
    extended = ids;
  }

  /** All chosen papers, those that were never on show too. */
  async function chosen(): Promise<PaperId[] | null> {
    await reading;
    if (!selection.allBut) return [...selection.ids];
    const all = await listed();
    return all && selectedOf(selection, all);
  }

  const listed = (): Promise<PaperId[] | null> => results.between(0, Number.POSITIVE_INFINITY);

  async function inOrder(): Promise<PaperId[] | null> {
    const all = await listed();
    if (all === null) return null;
    const ids = new Set(selectedOf(selection, all));
    // What no longer fits the search is still chosen.
    if (!selection.allBut) for (const id of selection.ids) ids.add(id);
    return [...ids];
  }

  const known = (): ListedPaper[] =>
    [...selection.ids].flatMap((id) => (selection.allBut ? [] : (paper(id) ?? [])));

  return {
    selection: () => selection,
    count: () => selectedCount(selection, length()),
    ids: inOrder,
    listed,
    toggle(place) {
      const id = results.idAt(place);
      if (id === undefined) return;
      chooseAnew(withSelected(selection, [id], !isSelected(selection, id)));
      [anchor, extended] = [place, []];
    },
    async extend(place, from) {
      anchor ??= from;
      turn += 1;
      const mine = turn;
      const [first, end] = [Math.min(anchor, place), Math.max(anchor, place) + 1];
      const known = knownBetween(results, first, end);
      // At once where it can be: the next key may come before an answer.
      if (known !== null) return extendTo(known);
      reading = results.between(first, end).then((ids) => {
        if (ids !== null && mine === turn) extendTo(ids);
      });
      await reading;
    },
    all: () => chooseAnew(ALL_SELECTED),
    none: () => chooseAnew(NOTHING_SELECTED),
    async run(action) {
      const ids = await chosen();
      if (ids === null) {
        notices.show('error', text('couldNotRead'));
        return;
      }
      // What was done may change what the search finds; the same papers stay chosen.
      if (selection.allBut) set({ allBut: false, ids: new Set(ids) });
      // One after the other: what is asked for while another is under way is not lost.
      const before = running;
      running = before.then(() =>
        bulk.run(ids, action, (isDone) => {
          if (!isDone || action !== 'remove' || selection.allBut) return;
          set(withSelected(selection, ids, false));
        }),
      );
      await running;
    },
    areStarred() {
      const papers = known();
      return (
        papers.length > 0 &&
        papers.length === selection.ids.size &&
        papers.every(({ annotation }) => annotation.starred)
      );
    },
    tags: () => [...new Set(known().flatMap(({ annotation }) => annotation.tags))],
  };
}

/** The papers between two places; null where not all of them were read. */
function knownBetween(results: Results, from: number, end: number): PaperId[] | null {
  const ids: PaperId[] = [];
  for (let place = from; place < end; place++) {
    const id = results.idAt(place);
    if (id === undefined) return null;
    ids.push(id);
  }
  return ids;
}
