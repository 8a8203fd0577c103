import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { exported } from './exported';
import { bookmarksIn } from './files';
import { NASTY } from './nasty';
import { outline, read } from './reading';

test('notes that were exported come back one by one: papers, stars, statuses, notes and times', async () => {
  const files = unzipSync(await exported('markdown-notes', NASTY));
  const found = await Promise.all(
    Object.values(files).map(async (bytes) => {
      const { format, decoded } = await read(new TextDecoder().decode(bytes), 100);
      expect(format).toBe('note');
      return bookmarksIn(decoded)[0];
    }),
  );
  expect(found).toHaveLength(NASTY.length);
  for (const { paper, annotation } of NASTY) {
    const back = found.find((one) => one?.paper.id === paper.id);
    const { title, authors, publishedAt } = paper;
    expect(back?.paper).toMatchObject({ title, authors, ...(publishedAt && { publishedAt }) });
    const { starred, status, note, createdAt } = annotation;
    expect(back?.annotation).toMatchObject({ starred, status, note, createdAt });
  }
});

test('a note of another program: lists of both kinds, tags with their sign, links for names', async () => {
  const { decoded } = await read(`---
title: 'It''s "all" you need' # for now
source: "https://arxiv.org/abs/1706.03762v5"
author:
  - "[[Ashish Vaswani]]"
  - "Shazeer, Noam"
published: 2017-06-12
created: 2024-01-02
tags: [nlp, "to cite", '#deep']
status: reading
cssclasses:
---

See [[Other note]] and https://arxiv.org/abs/2401.12345.
- [ ] read 3.2
`);
  expect(bookmarksIn(decoded)).toMatchObject([
    {
      paper: {
        id: 'arxiv:1706.03762',
        title: 'It\'s "all" you need',
        authors: ['Ashish Vaswani', 'Noam Shazeer'],
        publishedAt: '2017-06-12',
      },
      annotation: {
        tags: ['deep', 'nlp', 'to cite'],
        status: 'reading',
        createdAt: '2024-01-02T00:00:00.000Z',
        note: 'See [[Other note]] and https://arxiv.org/abs/2401.12345.\n- [ ] read 3.2',
      },
    },
  ]);
});

test.each([
  [
    'front matter that names no paper',
    '---\ntags: [list]\n---\n- https://arxiv.org/abs/2401.12345',
  ],
  [
    'a bibliography in YAML',
    '---\nreferences:\n- id: a\n  URL: https://arxiv.org/abs/2401.12345\n- URL: https://arxiv.org/abs/2401.12346\n---\n',
  ],
  ['a line of hyphens', '---\nhttps://arxiv.org/abs/2401.12345\n'],
])('%s is text with links', async (_, text) => {
  const { format, decoded } = await read(text);
  expect(format).toBe('text');
  expect(outline(decoded)[0]).toContain('arxiv:2401.12345 (implied)');
});
