import { expect, test } from 'vitest';
import type { PaperId } from '../../../lib/papers/ids';
import { createWindows, WINDOW } from '../../../lib/views/library/windows';

const ids = (from: number, count: number): PaperId[] =>
  Array.from({ length: count }, (_, n): PaperId => `hf:p${from + n}`);

test('a place is known where its window was read', () => {
  const windows = createWindows();
  windows.put(2 * WINDOW, ids(2 * WINDOW, 2 * WINDOW));
  expect(windows.idAt(2 * WINDOW)).toBe(`hf:p${2 * WINDOW}`);
  expect(windows.idAt(4 * WINDOW - 1)).toBe(`hf:p${4 * WINDOW - 1}`);
  expect(windows.idAt(4 * WINDOW)).toBeUndefined();
  expect(windows.placeOf(`hf:p${3 * WINDOW + 5}`)).toBe(3 * WINDOW + 5);
  expect(windows.missing(2 * WINDOW + 1, 4 * WINDOW)).toBeUndefined();
  expect(windows.missing(2 * WINDOW - 1, 3 * WINDOW)).toBe(WINDOW);
  expect(windows.missing(3 * WINDOW, 4 * WINDOW + 1)).toBe(4 * WINDOW);
});

test('nothing found is known as well', () => {
  const windows = createWindows();
  windows.put(0, []);
  expect(windows.missing(0, WINDOW)).toBeUndefined();
});

test('of a very long list the windows that were read last are remembered', () => {
  const windows = createWindows();
  for (let window = 0; window < 1_000; window++) windows.put(window * WINDOW, ids(0, WINDOW));
  const known = Array.from({ length: 1_000 }, (_, n) => windows.idAt(n * WINDOW)).filter(Boolean);
  expect(known.length).toBeLessThanOrEqual(100);
  expect(windows.idAt(999 * WINDOW)).toBeDefined();
});
