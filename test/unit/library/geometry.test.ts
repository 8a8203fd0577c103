import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROW_HEIGHT, scrolledFor, scrolledTo, sightOf } from '../../../components/library/geometry';

const lengths = fc.oneof(fc.nat(2_000), fc.nat(100_000), fc.nat(2_000_000));
const windows = fc.integer({ min: 200, max: 2_400 });
const part = fc.double({ min: 0, max: 1, noNaN: true });

test('wherever a list of any length is scrolled to, its window is full of rows, and there are few', () => {
  fc.assert(
    fc.property(lengths, windows, part, (length, window, at) => {
      const { height } = sightOf(length, 0, window);
      const scrolled = at * Math.max(0, height - window);
      const { from, to, topOf } = sightOf(length, scrolled, window);
      expect(to - from).toBeLessThanOrEqual(60);
      if (length === 0) return;
      expect(topOf(from)).toBeLessThanOrEqual(scrolled + 0.01);
      const end = Math.min(scrolled + window, height);
      expect(topOf(to - 1) + ROW_HEIGHT).toBeGreaterThanOrEqual(end - 0.01);
    }),
  );
});

test('the end of the list is its last row', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000_000 }), windows, (length, window) => {
      const { height } = sightOf(length, 0, window);
      const { to, topOf } = sightOf(length, Math.max(0, height - window), window);
      expect(to).toBe(length);
      expect(topOf(length - 1) + ROW_HEIGHT).toBeCloseTo(height, 3);
    }),
  );
});

test('scrolling to a row shows it whole, and goes no further than it must', () => {
  fc.assert(
    fc.property(lengths, windows, part, part, (length, window, at, which) => {
      fc.pre(length > 0);
      const { height } = sightOf(length, 0, window);
      const row = Math.floor(which * (length - 1));
      const before = at * Math.max(0, height - window);
      const after = Math.min(scrolledTo(row, length, before, window), Math.max(0, height - window));
      const top = sightOf(length, after, window).topOf(row);
      expect(top).toBeGreaterThanOrEqual(after - 0.5);
      expect(top + ROW_HEIGHT).toBeLessThanOrEqual(after + window + 0.5);
      const seen = sightOf(length, before, window).topOf(row);
      if (seen >= before && seen + ROW_HEIGHT <= before + window)
        expect(after).toBeCloseTo(before, 3);
    }),
  );
});

test('what begins the window is what it was scrolled for', () => {
  fc.assert(
    fc.property(lengths, windows, part, (length, window, which) => {
      const { height } = sightOf(length, 0, window);
      const first = which * Math.max(0, length - window / ROW_HEIGHT);
      fc.pre(height > window);
      const scrolled = scrolledFor(first, length, window);
      expect(sightOf(length, scrolled, window).first).toBeCloseTo(first, 2);
    }),
  );
});
