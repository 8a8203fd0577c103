import { expect, test } from 'vitest';
import { plainNoteNow, plainTextNow } from '../../lib/maths/onDemand';
import { withPlainTitles } from '../../lib/views/plainTitles';
import { fakeLibrary } from '../fakes/library';

const A = 'arxiv:2504.00001' as const;
const B = 'arxiv:2504.00002' as const;
const TEX = String.raw`Learning $\pi_0$ from 40\% of it`;

test('what reads TeX is loaded with the first title that has some, and before that title is handed out', async () => {
  const library = fakeLibrary();
  library.add({ id: A, title: 'A title for $5 (or more)' }, { tags: ['rl'] });
  const reader = withPlainTitles(library.reader);
  expect(plainTextNow('A title')).toBe('A title');
  library.add({ id: B, title: 'Beta' });
  expect((await reader.papers([B])).map(({ title }) => title)).toEqual(['Beta']);
  expect(plainTextNow(TEX)).toBeNull();

  library.add({ id: B, title: TEX });
  for (const read of [() => reader.first(5), () => reader.bookmarks([B])]) {
    expect((await read()).map(({ paper }) => plainTextNow(paper.title))).toContain(
      'Learning π₀ from 40% of it',
    );
  }
});

test('what reads formulas is loaded with the first note that has some, and before that note is handed out', async () => {
  const library = fakeLibrary();
  library.add({ id: A, title: 'A title' }, { note: 'It cost 5 dollars.' });
  const reader = withPlainTitles(library.reader);
  await reader.first(5);
  expect(plainNoteNow('It cost 5 dollars.')).toBe('It cost 5 dollars.');
  expect(plainNoteNow('about $x_1$')).toBeNull();
  library.add({ id: B, title: 'Beta' }, { note: 'about $x_1$' });
  await reader.bookmarks([B]);
  expect(plainNoteNow('about $x_1$')).toBe('about x₁');
});
