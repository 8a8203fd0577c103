import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { applyPatch, emptyAnnotation } from '../../../lib/papers/annotation';
import { readingTerms, TERMS } from '../../../lib/search/index/terms';

const AT = '2026-04-16T10:00:00.000Z';

/** A document in which there is something of everything that becomes a term. */
const DOCUMENT: Parameters<typeof readingTerms>[0] = {
  id: 'arxiv:2604.00001',
  paper: {
    id: 'arxiv:2604.00001',
    title: String.raw`Pre-training $\pi_0$: GPT-4o's Straße, ﬁne-grained 学習 한국어 naïve V^3`,
    abstract:
      'State-of-the-art e.g. U.S.A., 3.5% of 1,000; https://example.org/a_b?c=d and file_1.txt',
    authors: ['Müller-Lüdenscheidt, J. R.', "O'Neill Çelik"],
    organization: { name: 'x-labs', fullname: 'X Labs Inc.' },
  },
  annotation: applyPatch(
    emptyAnnotation(AT),
    {
      starred: true,
      status: 'reading',
      addTags: ['RL/Robots', 'to do'],
      note: 'my note: λ-calculus',
    },
    AT,
  ),
  seen: { firstSeenAt: AT, lastSeenAt: AT, sites: ['arXiv'] },
};

test('who changes the terms of documents counts TERMS up, or libraries keep an index of the old ones', () => {
  const reading = readingTerms(DOCUMENT);
  let step = reading.next();
  while (!step.done) step = reading.next();
  const terms = JSON.stringify([...step.value].sort(([a], [b]) => (a < b ? -1 : 1)));
  const digest = createHash('sha256').update(terms).digest('hex').slice(0, 16);
  // Another digest: count TERMS up in lib/search/index/terms.ts, and write both here.
  expect({ TERMS, digest }).toEqual({ TERMS: 1, digest: '579bfa186d736879' });
});
