import { type JSX, render } from 'preact';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { GridRowProps } from '../../components/library/GridRow';
import { useRows } from '../../components/library/useRows';
import { unmarked } from '../../lib/papers/excerpt';

const actions = {
  activate: () => {},
  enter: () => {},
  select: () => {},
  star: () => {},
  filterByTag: () => {},
  copy: () => {},
};
const marking = { text: unmarked, author: unmarked, org: unmarked };

function Rows({ places }: { places: number[] }): JSX.Element {
  const rows = useRows();
  return (
    <div>
      {rows(
        places.map(
          (place): GridRowProps => ({
            id: `row-${place}`,
            place,
            top: place * 64,
            listed: undefined,
            active: false,
            selected: false,
            brief: false,
            room: 600,
            marking,
            actions,
          }),
        ),
      )}
    </div>
  );
}

let box: HTMLElement;
beforeEach(() => {
  box = document.createElement('div');
  document.body.append(box);
  onTestFinished(() => {
    render(null, box);
    box.remove();
  });
});
const show = (places: number[]): Element[] => {
  render(<Rows places={places} />, box);
  return [...(box.firstElementChild?.children ?? [])];
};
const ids = (rows: Element[]): string[] => rows.map(({ id }) => id);

test('rows that come into sight use the elements of those that went', () => {
  const before = show([1, 2, 3, 4]);
  const after = show([101, 102, 103, 104]);
  expect(ids(after)).toEqual(['row-101', 'row-102', 'row-103', 'row-104']);
  expect(after).toEqual(before);
  for (const [at, row] of after.entries()) expect(row).toBe(before[at]);
});

test('rows are in the order of their places, whichever way the list went, and those that stay are the same', () => {
  const [first, second, third] = show([10, 11, 12]);
  const down = show([11, 12, 13]);
  expect(ids(down)).toEqual(['row-11', 'row-12', 'row-13']);
  expect(down[0]).toBe(second);
  expect(down[1]).toBe(third);
  expect(down[2]).toBe(first);
  expect(ids(show([9, 10, 11, 12, 13, 14]))).toEqual(
    [9, 10, 11, 12, 13, 14].map((place) => `row-${place}`),
  );
  expect(ids(show([40]))).toEqual(['row-40']);
});
