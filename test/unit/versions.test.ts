import { describe, expect, test } from 'vitest';
import { versionLabels } from '../../lib/labels/versionLabels';
import { refreshPaper } from '../../lib/papers/merging';
import type { Paper } from '../../lib/papers/paper';
import {
  asStated,
  isUpdated,
  takesVersion,
  versionIn,
  withVersionRead,
} from '../../lib/papers/versions';
import { statedIn } from '../../lib/sites/arxiv/venue';

const paper = (facts: Partial<Paper> = {}): Paper => ({
  id: 'arxiv:2504.00001',
  title: 'T',
  authors: [],
  ...facts,
});

test.each([
  ['2504.12345v2', 2],
  ['/pdf/2504.12345v12.pdf', 12],
  ['/abs/hep-th/9901001v1/', 1],
  ['/content/10.1101/2026.07.01.735904v3.full.pdf', 3],
  ['/abs/2504.12345', undefined],
  ['/abs/2504.12345v0', undefined],
  ['/abs/2504.12345v1234', undefined],
  ['v2/abs', undefined],
])('the version in %s is %s', (text, version) => expect(versionIn(text)).toBe(version));

test('a page that shows an older version does not make the newest older', () => {
  expect(refreshPaper(paper({ version: 3 }), paper({ version: 1 })).version).toBe(3);
  expect(refreshPaper(paper({ version: 3 }), paper()).version).toBe(3);
  expect(refreshPaper(paper({ version: 3 }), paper({ version: 4 })).version).toBe(4);
});

describe('the version that the reader has in hand', () => {
  test.each([
    [{ starred: true }, true],
    [{ status: 'reading' as const }, true],
    [{ status: 'read' as const }, true],
    [{ status: 'to-read' as const }, false],
    [{ starred: false }, false],
    [{ addTags: ['a'] }, false],
  ])('after %j: %s', (patch, takes) => expect(takesVersion(patch)).toBe(takes));

  test('is the one that the page shows, else the newest that is known', () => {
    const known = paper({ version: 3 });
    expect(withVersionRead(known, undefined).versionRead).toBe(3);
    expect(withVersionRead(known, paper({ version: 3, versionRead: 1 })).versionRead).toBe(1);
    expect(withVersionRead(paper(), undefined)).toEqual(paper());
  });
});

test('a card says that there is a newer version, and that a paper was withdrawn', () => {
  const signs = (facts: Partial<Paper>) => versionLabels(paper(facts)).map(({ sign }) => sign);
  expect(signs({ version: 2, versionRead: 1 })).toEqual(['↑']);
  expect(signs({ version: 2, versionRead: 1, withdrawn: true })).toEqual(['⊘', '↑']);
  for (const same of [{}, { version: 2 }, { version: 2, versionRead: 2 }, { versionRead: 2 }]) {
    expect(signs(same)).toEqual([]);
    expect(isUpdated(paper(same))).toBe(false);
  }
});

test.each([
  ['This paper has been withdrawn by the authors', true],
  ['Withdrawn due to an error in Lemma 3', true],
  ['12 pages. The authors have withdrawn nothing; we withdraw this submission', true],
  ['This version is withdrawn', true],
  ['We withdrew the claim', true],
  ['Accepted at CVPR 2026', false],
  ['Comments on the withdrawn paper of Smith', false],
  ['Cash withdrawn from machines', false],
])('comments "%s": withdrawn %s', (comments, is) => {
  expect(statedIn(undefined, comments).withdrawn ?? false).toBe(is);
});

test('the submission history says it, too', () => {
  const history = ' Tue, 1 Jan 2026 10:00:00 UTC (1 KB) (withdrawn)';
  expect(statedIn(undefined, undefined, history)).toEqual({ withdrawn: true });
});

test('what only an edit says is taken out with its source', () => {
  const told = paper({ version: 2, versionRead: 1, sources: { versionRead: 'link' } });
  expect(asStated(told)).toEqual(paper({ version: 2 }));
});
