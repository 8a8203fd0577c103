import { clickControl, findControl } from '../harness/controls.ts';
import type { Surface } from '../harness/surface.ts';
import { until } from '../harness/until.ts';
import type { Tab } from './browser.ts';
import { named } from './names.ts';
import type { PreviewCounts } from './options.ts';

// Export and import on the options page, in any browser.

/** Presses the one button with a name. */
export async function pressButton(tab: Surface, name: string | RegExp): Promise<void> {
  await clickControl(tab, await findControl(tab, { role: 'button', name }));
}

/** Waits until the page says something, as a part of what it says. */
export async function expectSaid(tab: Pick<Tab, 'evaluate'>, text: string): Promise<void> {
  const isSaid = `document.body.innerText.includes(${JSON.stringify(text)})`;
  await until(`the page to say: ${text}`, async () => (await tab.evaluate(isSaid)) || undefined);
}

/** Exports the whole library as JSON and gives the file's text. */
export async function exportLibrary(options: Tab): Promise<string> {
  return (await options.download(() => pressButton(options, /^Export [\d,]+ papers?$/))).text;
}

/** Waits for the preview of an import and gives its numbers. */
export async function countsOf(options: Tab): Promise<PreviewCounts> {
  return until('the preview', () =>
    options
      .evaluate<PreviewCounts | null>(
        `(() => {
          if (!document.querySelector('.preview')) return null;
          const count = (group) =>
            Number(document.querySelector(\`[data-group=\${group}] .group-count\`)?.innerText.replace(/\\D/g, '') ?? 0);
          return Object.fromEntries(['new', 'merged', 'same', 'unreadable'].map((group) => [group, count(group)]));
        })()`,
      )
      .then((counts) => counts ?? undefined),
  );
}

/** Applies the import that is previewed and waits until it is done. */
export async function finishImport(options: Tab): Promise<void> {
  await pressButton(options, /^(Import|Restore) [\d,]+ paper/);
  await expectSaid(options, named('importDone', '').slice(0, 12));
}

/** How many papers the options page counts in the library. */
export async function countInLibrary(options: Tab): Promise<number> {
  return until('the number of papers', async () => {
    const said = await options.evaluate<string | null>(
      `document.querySelector('.library-count')?.textContent`,
    );
    const number = said?.replace(/\D/g, '') ?? '';
    return number === '' ? undefined : Number(number);
  });
}
