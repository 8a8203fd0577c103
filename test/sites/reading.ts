import { expect } from 'vitest';
import type { Paper } from '../../lib/papers/paper';
import { adapter } from '../../lib/sites/huggingface/adapter';

const { listing: huggingface } = adapter;

/** The papers of all cards, in order, without the fields that are undefined. */
export function readAll(document: Document, now: Date): Paper[] {
  const facts = huggingface.facts(document);
  return huggingface.cards(document).map((card) => {
    const paper = huggingface.read(card, facts, now);
    if (paper === null) throw new Error(`${card.id} cannot be read`);
    return defined(paper);
  });
}

/** The island of a page that holds its listing. */
export function islandOf(document: Document): HTMLElement {
  const island = document.querySelector<HTMLElement>('[data-target="DailyPapers"]');
  expect(island).not.toBeNull();
  return island ?? document.body;
}

/** The same paper without the fields that are undefined, as a message would carry it. */
export function defined(paper: Paper): Paper {
  return JSON.parse(JSON.stringify(paper)) as Paper;
}
