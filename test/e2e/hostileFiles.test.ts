import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { starred } from './drive/library.ts';
import { named } from './drive/names.ts';
import {
  applyImport,
  chooseFile,
  exportedText,
  libraryFile,
  openOptions,
  papersInLibrary,
  previewCounts,
} from './drive/options.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { openPopupTab } from './harness/popup.ts';

// Files that were made to harm: what is in them is shown, and nothing of it runs.

const PAYLOADS = [
  '<script>globalThis.harmed=1</script>',
  '<img src=x onerror="globalThis.harmed=1">',
  '<svg onload="globalThis.harmed=1">',
  '"><iframe srcdoc="<script>top.harmed=1</script>">',
  "' onmouseover='globalThis.harmed=1' autofocus onfocus='globalThis.harmed=1",
  'javascript:globalThis.harmed=1',
  '[a](javascript:globalThis.harmed=1) ![a](http://evil.example/p.png)',
  '<style>@import "http://evil.example/x.css"</style>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--><img src=1 onerror=globalThis.harmed=1>">',
  '<template><script>globalThis.harmed=1</script></template>',
  '{{constructor.constructor("globalThis.harmed=1")()}}',
  '&lt;img src=x onerror=globalThis.harmed=1&gt;',
];
const FILE = (() => {
  const bookmarks = PAYLOADS.map((payload, n) =>
    starred(n + 1, payload, {
      authors: [payload],
      abstract: payload,
      note: payload,
      tags: [payload.slice(0, 90)],
      organization: { name: payload, fullname: payload },
    }),
  );
  return libraryFile(bookmarks);
})();
const BOOKMARKS = `<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><A HREF="https://arxiv.org/abs/2401.00001">A paper</A>${PAYLOADS.map(
  (payload) =>
    `<DT><A HREF="javascript:globalThis.harmed=1">${payload}</A><DT><A HREF="data:text/html,x">x</A>`,
).join('')}</DL>`;

let asterism: Asterism;
let options: Page;

beforeAll(async () => {
  asterism = await launch();
  options = await openOptions(asterism);
});
afterAll(() => asterism?.close());

/** What is on one of our pages that no file may put there. */
async function harm(page: Page): Promise<string[]> {
  return page.evaluate(() => [
    ...('harmed' in globalThis ? ['it ran'] : []),
    ...[...document.body.querySelectorAll('*')].flatMap((element) => [
      ...(/^(script|img|iframe|object|embed|style|math|base|meta|template)$/.test(element.localName)
        ? [`<${element.localName}>`]
        : []),
      ...[...element.attributes]
        .filter(
          ({ name, value }) =>
            name.startsWith('on') ||
            (/^(href|src|action|xlink:href)$/.test(name) &&
              !/^(https?:|mailto:|#|\/|blob:chrome-extension:)/.test(value)),
        )
        .map(({ name, value }) => `${element.localName} ${name}=${value}`),
    ]),
  ]);
}

/** Waits until a page has this text somewhere. */
const shows = (page: Page, text: string) =>
  page.waitForFunction((wanted) => document.body.textContent?.includes(wanted), text);

test('the preview shows what a harmful file says as text, and changes nothing', async () => {
  for (const [name, file, fresh] of [
    ['library.json', FILE, PAYLOADS.length],
    ['bookmarks.html', BOOKMARKS, 1],
  ] as const) {
    await chooseFile(options, name, file);
    await expect.poll(() => previewCounts(options)).toMatchObject({ new: fresh });
    await options.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await harm(options), name).toEqual([]);
    await options.getByRole('button', { name: named('importDiscard') }).click();
    expect(await papersInLibrary(options)).toBe(0);
  }
});

test('imported, it is the same text in the list, the pane and the popup, and when it is written again', async () => {
  await chooseFile(options, 'library.json', FILE);
  await previewCounts(options);
  await applyImport(options);
  const library = await asterism.context.newPage();
  for (const [n, payload] of PAYLOADS.entries()) {
    const paper = encodeURIComponent(starred(n + 1, '').paper.id);
    await library.goto(`chrome-extension://${asterism.extensionId}/library.html#/?paper=${paper}`);
    await shows(library, payload);
    expect(await harm(library), payload).toEqual([]);
  }
  const popup = await openPopupTab(asterism);
  await shows(popup, PAYLOADS[0] ?? '');
  await popup.mouse.move(200, 200);
  expect(await harm(popup)).toEqual([]);
  const written = JSON.parse(await exportedText(options)) as { papers: { title: string }[] }; // our own file
  expect(written.papers.map(({ title }) => title).sort()).toEqual([...PAYLOADS].sort());
});

test('the look for harm finds it', async () => {
  const page = await openOptions(asterism);
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.setAttribute('href', 'javascript:0');
    document.body.append(link, document.createElement('img'));
  });
  expect(await harm(page)).toEqual(['a href=javascript:0', '<img>']);
  await page.close();
});

test('none of it made an error, a request or a breach of the policy', () => {
  expect(asterism.problems).toEqual([]);
});
