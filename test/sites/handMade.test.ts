import { describe, expect, test } from 'vitest';
import type { Paper } from '../../lib/papers/paper';
import { paperSchema } from '../../lib/papers/schemas';
import { adapter } from '../../lib/sites/huggingface/adapter';
import daily from '../pages/daily.html?raw';
import many from '../pages/many.html?raw';
import paper from '../pages/paper.html?raw';
import rerender from '../pages/rerender.html?raw';
import search from '../pages/search.html?raw';
import trending from '../pages/trending.html?raw';
import { islandOf, readAll } from './reading';

const { listing: huggingface } = adapter;

const NOW = new Date('2026-04-16T12:00:00Z');

/** A hand-made page with its scripts running; its address has no query. */
async function open(html: string): Promise<{ page: Document; window: Window }> {
  const frame = document.createElement('iframe');
  frame.srcdoc = html;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;
  const { contentDocument: page, contentWindow: window } = frame;
  if (page === null || window === null) throw new Error('the frame has no page');
  return { page, window };
}

function expectValid(papers: unknown[]): void {
  for (const one of papers) expect(paperSchema.safeParse(one).error).toBeUndefined();
}

describe('the hand-made pages hold what they promise', () => {
  test('search results, with their data and without', async () => {
    const { page } = await open(search);
    const stated = readAll(page, NOW);
    expect(stated).toHaveLength(12);
    expectValid(stated);
    islandOf(page).removeAttribute('data-props');
    const shown = readAll(page, NOW);
    expectValid(shown);
    const inBoth = ({ id, title, abstract, publishedAt, upvotes }: Paper) => ({
      id,
      title,
      abstract,
      publishedAt,
      upvotes,
    });
    expect(shown.map(inBoth)).toEqual(stated.map(inBoth));
    expect(shown.filter((one) => one.organization)).not.toHaveLength(0);
    expect(
      shown.filter((one) => !one.organization && !one.authorCount && !one.publishedAt),
    ).toHaveLength(1);
    expect(shown.map((one) => one.title)).toContain(
      'Does `</think>` Matter? Parsing <script>-like Control Tokens in Language Models',
    );
    expect(shown.map((one) => one.id)).toContain('arxiv:1406.9001');
    expect(huggingface.awaitsTakeover(page)).toBe(false);
  });

  test('the daily grid before and after its script takes over', async () => {
    const { page, window } = await open(daily.replace('?? 300', '?? 1_000'));
    expect(huggingface.awaitsTakeover(page)).toBe(true);
    const sent = readAll(page, NOW);
    const [element] = huggingface.cards(page).map((card) => card.element);
    await expect.poll(() => Reflect.get(window, 'hydrated'), { timeout: 5_000 }).toBe(true);
    expect(huggingface.awaitsTakeover(page)).toBe(false);
    expect(element?.isConnected).toBe(false);
    const made = readAll(page, NOW);
    expect(made).toEqual(sent);
    expect(made).toHaveLength(6);
    expectValid(made);
    expect(Reflect.get(window, 'hydrationBroken')).toBeUndefined();
  });

  test('trending papers, one card an article', async () => {
    const { page } = await open(trending);
    const papers = readAll(page, NOW);
    expect(
      papers.map((one) => [one.id, one.authorCount, one.githubStars, one.publishedAt]),
    ).toEqual([
      ['arxiv:2604.90301', 24, undefined, '2026-03-03'],
      ['arxiv:2604.90302', undefined, undefined, '2025-10-25'],
      ['arxiv:2604.90303', 3, 950, '2026-01-12'],
      ['arxiv:2604.90304', 41, undefined, '2025-11-30'],
      ['arxiv:2604.90305', 1, undefined, '2026-04-01'],
    ]);
    expectValid(papers);
  });

  test('the page of one paper has no cards', async () => {
    const { page } = await open(paper);
    expect(page.querySelectorAll('a[href*="/papers/"]').length).toBeGreaterThan(3);
    expect(huggingface.cards(page)).toEqual([]);
  });

  test('cards that are made again all the time', async () => {
    const { page, window } = await open(rerender);
    expect(readAll(page, NOW)).toHaveLength(6);
    await expect.poll(() => Reflect.get(window, 'rerendered'), { timeout: 5_000 }).toBe(40);
    expect(readAll(page, NOW)).toHaveLength(6);
  });

  test('a thousand cards, no two of one paper', async () => {
    const { page } = await open(many);
    const papers = readAll(page, NOW);
    expect(new Set(papers.map((one) => one.id)).size).toBe(1_000);
    expectValid(papers);
  });
});
