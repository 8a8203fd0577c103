import type { PaperId } from '../../lib/papers/ids.ts';

/** A paper on the listings that the faults are tried on. */
export interface Listed {
  id: PaperId;
  title: string;
}

/** Some papers, none of which any other `number` has. */
export function papersOf(number: number, count: number): Listed[] {
  return Array.from({ length: count }, (_, at) => {
    const n = 10_000 + number * 10 + at;
    return { id: `arxiv:2604.${n}`, title: `Paper ${n} of many` };
  });
}

/** A listing with one small card for each paper. */
export function listingOf(papers: readonly Listed[]): string {
  const cards = papers.map(
    ({ id, title }) =>
      `<article style="position: relative; padding: 40px; overflow: hidden"><h3><a href="/papers/${id.slice(6)}">${title}</a></h3></article>`,
  );
  return `<!doctype html><html><head><title>A listing</title></head><body class="DailyPapersPage"><main>
    <div data-target="DailyPapers" data-props="{}"><section>${cards.join('')}</section></div></main></body></html>`;
}
