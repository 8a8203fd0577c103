import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PaperId } from '../../../lib/papers/ids';
import {
  ALL_SELECTED,
  isSelected,
  NOTHING_SELECTED,
  selectedCount,
  selectedOf,
  withSelected,
} from '../../../lib/views/library/selection';

const LIST = Array.from({ length: 12 }, (_, n): PaperId => `hf:p${n}`);
const papers = fc.subarray(LIST);

type Act = 'all' | 'none' | { ids: PaperId[]; chosen: boolean };
const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.constantFrom<Act>('all', 'none'),
  fc.record({ ids: papers, chosen: fc.boolean() }),
);

test('a selection is a plain set of papers, whatever it was made from', () => {
  fc.assert(
    fc.property(fc.array(acts), (history) => {
      let selection = NOTHING_SELECTED;
      const model = new Set<PaperId>();
      for (const act of history) {
        if (act === 'all') {
          selection = ALL_SELECTED;
          for (const id of LIST) model.add(id);
        } else if (act === 'none') {
          selection = NOTHING_SELECTED;
          model.clear();
        } else {
          selection = withSelected(selection, act.ids, act.chosen);
          for (const id of act.ids) act.chosen ? model.add(id) : model.delete(id);
        }
        expect(selectedOf(selection, LIST)).toEqual(LIST.filter((id) => model.has(id)));
        expect(selectedCount(selection, LIST.length)).toBe(model.size);
        expect(LIST.map((id) => isSelected(selection, id))).toEqual(
          LIST.map((id) => model.has(id)),
        );
      }
    }),
  );
});
