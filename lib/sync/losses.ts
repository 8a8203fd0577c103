import type { Elements } from './bases';
import type { Batch, Element } from './elements';
import { PART_VALUES } from './registers';
import { hasSeen, type Seen } from './seen';

/** What is taken away from papers: the ids of those that are removed, or say nothing any more, and of emptied notes. */
export interface Losses {
  removed: ReadonlySet<string>;
  emptied: ReadonlySet<string>;
}

/** What some batches take away, if nobody else says otherwise. */
export function lossesIn(batches: readonly Batch[]): Losses {
  const [removed, emptied] = [new Set<string>(), new Set<string>()];
  for (const { id, gone, over, set } of batches.flatMap(({ records }) => records)) {
    if (gone !== undefined) removed.add(id);
    else if (Object.keys(set).length > 0) removed.delete(id); // it is said again
    if (!Object.hasOwn(over, 'note')) continue;
    if (isNote(Object.hasOwn(set, 'note') ? set['note'] : undefined)) emptied.delete(id);
    else emptied.add(id);
  }
  return { removed, emptied };
}

/** What a whole state takes away from what is said here. */
export function lossesTo(
  here: Elements,
  { seen, elements }: { seen: Seen; elements: Elements },
): Losses {
  const lack = (register: string, isCounted: (value: unknown) => boolean): Set<string> => {
    const are = (one: Element): boolean => one.register === register && isCounted(one.value);
    const ids = [...here].flatMap(([id, all]) => {
      const own = all.filter(are);
      const isKnown = own.length > 0 && own.every(({ dot }) => hasSeen(seen, dot));
      return isKnown && !(elements.get(id) ?? []).some(are) ? id : [];
    });
    return new Set(ids);
  };
  // Only a removal takes away when a bookmark was created without saying it again.
  return { removed: lack('created', () => true), emptied: lack('note', isNote) };
}

function isNote(value: unknown): boolean {
  const read = PART_VALUES.note.safeParse(value);
  return read.success && read.data[0].trim() !== '';
}
