let papersSoFar = 0;

/** A small listing with one card of each title; `script` runs before anything else on the page. */
export function listing(titles: string[], props: object = {}, script = ''): string {
  const escaped = (text: string): string =>
    text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
  const cards = titles.map(
    (title) =>
      `<article style="position: relative; padding: 40px; overflow: hidden"><h3><a href="/papers/2604.${10_000 + papersSoFar++}">${escaped(title)}</a></h3></article>`,
  );
  return `<!doctype html><html><head><title>A listing</title><script>${script}</script></head>
    <body class="DailyPapersPage"><main><div data-target="DailyPapers" data-props="${escaped(JSON.stringify(props))}">
    <section>${cards.join('')}</section></div></main></body></html>`;
}
