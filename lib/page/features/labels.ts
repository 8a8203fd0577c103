import { labelMarks } from '../../../components/marks/labelMarks';
import type { Label } from '../../labels/label';
import type { PaperId } from '../../papers/ids';
import type { Marking } from '../marking';
import type { Feature } from './feature';

/** What there is to say about each paper beside what the reader said: watch words, and why it fits. */
export function createLabels({
  document,
  marking,
}: {
  document: Document;
  marking: Marking;
}): Feature {
  const cards = new Map<HTMLElement, PaperId>();
  const labels = new Map<PaperId, readonly Label[]>();

  function draw(element: HTMLElement, id: PaperId): void {
    marking.put(element, 'labels', labelMarks(document, labels.get(id) ?? []));
  }

  return {
    asks: ['labels'],
    has: ({ element, id }) => cards.get(element) === id,
    look() {},
    mount({ element, id }) {
      cards.set(element, id);
      draw(element, id);
    },
    keepOnly(present) {
      const elements = new Set(present.map(({ element }) => element));
      for (const element of cards.keys()) {
        if (elements.has(element)) continue;
        cards.delete(element);
        marking.drop(element);
      }
    },
    settle(id, { labels: said }) {
      const isNew = said && JSON.stringify(said) !== JSON.stringify(labels.get(id) ?? []);
      if (!isNew) return;
      labels.set(id, said);
      for (const [element, shown] of cards) if (shown === id) draw(element, id);
    },
    refresh() {},
    leave() {},
    comeBack() {},
    owns: () => false,
  };
}
