import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { Stage } from './stage.ts';

/** The pages of papers that are measured, and the size of their windows. */
export const PAGES = {
  popup: { path: 'popup.html', width: 400, height: 600 },
  library: { path: 'library.html', width: 1280, height: 900 },
} as const;
export type PageName = keyof typeof PAGES;

/**
 * Puts a page into the extension that paints what an opened page shows from a constant: same styles, same rows,
 * nothing else. Gives its path.
 */
export async function makeFloor(stage: Stage, name: PageName, opened: Page): Promise<string> {
  const rows = await opened.evaluate(() => {
    const app = document.querySelector('#app');
    return { html: app?.innerHTML ?? '', place: document.documentElement.dataset['place'] ?? '' };
  });
  const html = readFileSync(join(stage.extension, PAGES[name].path), 'utf8');
  const styles = [...html.matchAll(/<link[^>]+stylesheet[^>]*>/g)].map(([link]) => link);
  const file = `floor-${name}-${stage.size}`;
  const script = `document.querySelector('#app').innerHTML = ${JSON.stringify(rows.html)};\n`;
  writeFileSync(join(stage.extension, `${file}.js`), script);
  writeFileSync(
    join(stage.extension, `${file}.html`),
    `<!doctype html>
<html lang="en" data-place="${rows.place}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <meta name="color-scheme" content="light dark" />
    <title>Floor</title>
    <script type="module" src="/${file}.js"></script>
    ${styles.join('\n    ')}
  </head>
  <body>
    <div id="app"></div>
  </body>
</html>
`,
  );
  return `${file}.html`;
}
