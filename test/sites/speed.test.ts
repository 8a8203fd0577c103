import { describe, expect, test } from 'vitest';
import { huggingface } from '../../lib/sites';
import { testCapture, toDocument } from './captures';
import { authors, listing, result } from './snippets';

const NOW = new Date('2026-04-16T12:00:00Z');

/** The fastest of some runs, in milliseconds: what the code costs, without what else the machine does. */
function fastest(run: () => void, runs = 15): number {
  const times = Array.from({ length: runs }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return Math.min(...times);
}

function readEverything(document: Document): void {
  const facts = huggingface.facts(document);
  for (const card of huggingface.cards(document)) {
    huggingface.read(card, facts, NOW);
    huggingface.placement(card);
  }
}

describe('what reading costs', async () => {
  const file = 'search-2026-04-16.reconstructed.html';

  await testCapture(file, '55 cards with data take at most 3 ms', (html) => {
    const document = toDocument(html);
    expect(fastest(() => readEverything(document))).toBeLessThan(3);
  });

  await testCapture(file, '55 cards without data take at most 3 ms', (html) => {
    const document = toDocument(html.replace(/ data-props="[^"]*"/g, ''));
    expect(fastest(() => readEverything(document))).toBeLessThan(3);
  });

  test('1,000 cards take at most 40 ms', () => {
    const document = listing(
      Array.from({ length: 1_000 }, (_, index) => {
        const href = `/papers/2604.${String(index).padStart(5, '0')}`;
        return result({
          href,
          abstractHtml: 'Text. '.repeat(250),
          byHtml: authors('9 authors', href),
          date: 'Mar 6',
        });
      }).join(''),
    );
    expect(huggingface.cards(document)).toHaveLength(1_000);
    expect(fastest(() => readEverything(document))).toBeLessThan(40);
  });

  await testCapture(
    'daily-2026-07-02.ssr.html',
    'asking whether the page took over takes less than 1 ms',
    (html) => {
      const document = toDocument(html.replace(/<!--[^>]*-->/g, '<!---->'));
      expect(huggingface.awaitsTakeover(document)).toBe(false);
      expect(fastest(() => huggingface.awaitsTakeover(document))).toBeLessThan(1);
    },
  );
});
