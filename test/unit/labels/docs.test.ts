import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createWatcher } from '../../../lib/labels/watched';
import type { Paper } from '../../../lib/papers/paper';

// The examples of the page are tests.
const ROW = /^\| `([^`]+)` \| ([^|]+) \|/gm;
const rows = [...readFileSync('docs/watch-words.md', 'utf8').matchAll(ROW)];

test.each(rows.map(([, typed = '', found = '']) => [typed, found]))(
  '%s finds %s',
  (text, found) => {
    const isName = found.startsWith('by ');
    const paper: Paper = {
      id: 'arxiv:2504.00001',
      title: isName ? 'A title' : found,
      authors: isName ? [found.slice(3)] : [],
    };
    expect(createWatcher([{ text, colour: 'red' }])(paper, { left: 1e6 })).toHaveLength(1);
  },
);

test('there are examples', () => expect(rows.length).toBeGreaterThan(6));
