import axe from 'axe-core';
import { beforeAll, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DropArea } from '../../components/options/DropArea';
import { LongText } from '../../components/options/LongText';
import { ImportPreview } from '../../entrypoints/options/ImportPreview';
import { noProblems } from '../../lib/imports/readFile';
import { filesIn } from '../../lib/imports/transfer';
import { takeEnglishTexts } from './englishTexts';
import {
  bookmark,
  EARLY,
  LATE,
  mine,
  nothing,
  previewOf,
  showPreview,
  theirs,
} from './importsStage';
import { show } from './optionsStage';

beforeAll(takeEnglishTexts);

/** A field's row: what there is, what comes, what results. */
function cells(place: HTMLElement, field: string): (string | null)[] {
  return [...place.querySelectorAll(`[data-field=${field}] td`)].map((cell) => cell.textContent);
}

test('of a merged paper every field that differs is shown: what there is, what comes, what results', async () => {
  const place = showPreview(previewOf({ merged: [theirs] }, [mine]));
  await expect.element(page.getByRole('rowheader', { name: 'Note' })).toBeVisible();
  expect(cells(place, 'note')).toEqual(['Mine.', 'Theirs.', 'Theirs.\n\n---\n\nMine.']);
  expect(cells(place, 'status')).toEqual(['Read', 'Reading', 'Unchanged']);
  expect(cells(place, 'tags')).toEqual(['mine', 'theirs', 'minetheirs (new)']);
});

test('a merged paper says at a glance what changes, and opens by keyboard', async () => {
  const others = [2, 3].map((number) => bookmark(number, { starred: true, starredAt: LATE }));
  const known = [mine, bookmark(2), bookmark(3)];
  const place = showPreview(previewOf({ merged: [theirs, ...others] }, known));
  const first = page.getByText('Paper 1');
  await expect.element(page.getByText('Tags · Note')).toBeVisible();
  await expect.element(page.getByText('Star', { exact: true }).first()).toBeVisible();
  const summary = place.querySelector<HTMLElement>('.merged summary');
  const group = place.querySelector<HTMLElement>('[data-group=merged] > summary');
  group?.focus();
  await userEvent.keyboard('{Tab}');
  await expect.poll(() => document.activeElement).toBe(summary);
  expect(place.querySelector<HTMLDetailsElement>('.merged')?.open).toBe(false);
  await userEvent.keyboard('{Enter}');
  expect(place.querySelector<HTMLDetailsElement>('.merged')?.open).toBe(true);
  await expect.element(first).toBeVisible();
});

test('a paper that has left the library since says so', async () => {
  showPreview(previewOf({ merged: [theirs] }, []));
  await expect.element(page.getByText(/has been removed from your library since/)).toBeVisible();
});

test('a library that cannot be read is said where the comparison would be', async () => {
  const differences = () => Promise.reject(new DOMException('gone', 'UnknownError'));
  showPreview(previewOf({ merged: [theirs], differences }));
  await expect.element(page.getByText('The library could not be read.')).toBeVisible();
});

test('of a new paper it is shown what is said of it', async () => {
  const place = showPreview(
    previewOf({
      added: [bookmark(7, { starred: true, status: 'to-read', tags: ['a', 'b'], note: 'Look.' })],
    }),
  );
  const said = [...place.querySelectorAll('.incoming-said > li')].map((item) => item.textContent);
  expect(said).toEqual(['Starred', 'To read', 'a', 'b', 'Look.']);
});

test('a new paper of which the file says the id alone has the title that the history knows', async () => {
  const untitled = bookmark(7, { status: 'to-read' });
  untitled.paper.title = 'arXiv 2504.00007';
  const titles = async () => new Map([[untitled.paper.id, 'Met on a listing']]);
  showPreview(previewOf({ added: [untitled], titles }));
  await expect.element(page.getByText('Met on a listing')).toBeVisible();
});

test('of many papers fifty are shown; more come on request, and the focus goes to the first of them', async () => {
  const added = Array.from({ length: 120 }, (_, at) => bookmark(at + 1, { starred: true }));
  const place = showPreview(previewOf({ added }));
  expect(place.querySelectorAll('.incoming').length).toBe(0); // a long list is closed at first
  place.querySelector<HTMLElement>('[data-group=new] > summary')?.focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => place.querySelectorAll('.incoming').length).toBe(50);
  await page.getByRole('button', { name: 'Show 50 more' }).click();
  await expect.poll(() => place.querySelectorAll('.incoming').length).toBe(100);
  await expect.poll(() => document.activeElement?.textContent).toContain('Paper 51');
  await page.getByRole('button', { name: 'Show 20 more' }).click();
  await expect.poll(() => place.querySelectorAll('.incoming').length).toBe(120);
  await expect.element(page.getByRole('button', { name: /^Show/ })).not.toBeInTheDocument();
});

test('only papers that are shown are compared field by field', async () => {
  const merged = Array.from({ length: 120 }, (_, at) => bookmark(at + 1, { starred: true }));
  const differences = vi.fn(async () => new Map());
  const place = showPreview(previewOf({ merged, differences }));
  expect(differences).not.toHaveBeenCalled();
  place.querySelector<HTMLElement>('[data-group=merged] > summary')?.click();
  await expect.poll(() => differences.mock.calls).toEqual([[merged.slice(0, 50)]]);
  await page.getByRole('button', { name: 'Show 50 more' }).click();
  await expect.poll(() => differences.mock.calls[1]).toEqual([merged.slice(50, 100)]);
});

test('a list of problems can be copied', async () => {
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const first = [
    {
      file: null,
      row: 2,
      line: 9,
      name: 'Paper 2',
      address: 'https://example.com/2',
      reason: { code: 'notRecord' as const },
      isPartial: false,
    },
  ];
  showPreview(previewOf({ problems: { ...noProblems(), first, unreadableRows: 3 } }));
  await page.getByRole('button', { name: 'Copy the list' }).click();
  await expect.element(page.getByText('Copied')).toBeVisible();
  expect(copied).toHaveBeenCalledExactlyOnceWith(
    [
      '3 rows with a problem',
      '2 (line 9)\tPaper 2 https://example.com/2\tis not a record of a paper',
      'and 2 more',
    ].join('\n'),
  );
});

test('of several files each is named with what is wrong with it', async () => {
  const files = [
    {
      name: 'a.bib',
      format: 'bibtex' as const,
      refused: null,
      break: { code: 'cutOff' as const, after: 3 },
    },
    { name: 'b.json', format: null, refused: { code: 'emptyFile' as const }, break: null },
  ];
  const place = showPreview(previewOf({ added: [bookmark(1, { starred: true })], files }));
  expect(place.textContent).toContain('a.bib: read as BibTeX');
  const said = place.querySelector('[role=alert]')?.textContent;
  expect(said).toContain('a.bib: The file is cut off after 3 rows.');
  expect(said).toContain('b.json: The file is empty.');
});

test('text is pasted by keyboard alone; Escape goes back to the button', async () => {
  const onText = vi.fn();
  show(<DropArea onFiles={nothing} onDrop={nothing} onText={onText} />);
  const open = page.getByRole('button', { name: 'Paste text instead' });
  open.element().focus();
  await userEvent.keyboard('{Enter}');
  const field = page.getByLabelText('Links, paper ids or the contents of a file');
  await expect.element(field).toHaveFocus();
  const look = page.getByRole('button', { name: 'Preview the import' });
  await expect.element(look).toBeDisabled();
  await userEvent.keyboard('{Escape}');
  await expect.element(open).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard('arxiv.org/abs/1706.03762');
  await userEvent.keyboard('{Tab}{Enter}');
  expect(onText).toHaveBeenCalledExactlyOnceWith('arxiv.org/abs/1706.03762');
});

test.each<[string, Record<string, string>, string[]]>([
  ['nothing', {}, []],
  ['text', { 'text/plain': 'see 1706.03762' }, ['see 1706.03762']],
  [
    'a dragged link',
    { 'text/uri-list': '# a comment\r\nhttps://arxiv.org/abs/1706.03762' },
    ['https://arxiv.org/abs/1706.03762'],
  ],
  [
    'a copied part of a page: links that its text does not show',
    {
      'text/plain': 'Attention, and more',
      'text/html':
        '<a href="https://arxiv.org/abs/1706.03762">Attention</a>, and <a href="https://example.com">more</a>',
    },
    ['Attention, and more\nhttps://arxiv.org/abs/1706.03762'],
  ],
  [
    'BibTeX with links in its HTML is BibTeX alone',
    {
      'text/plain': '@article{a, title={B}}',
      'text/html': '<a href="https://arxiv.org/abs/1706.03762">@article</a>',
    },
    ['@article{a, title={B}}'],
  ],
])('what is pasted or dropped: %s', async (_, values, expected) => {
  const data = new DataTransfer();
  for (const [type, value] of Object.entries(values)) data.setData(type, value);
  const files = filesIn(data, 'the pasted text');
  expect(await Promise.all(files.map((file) => file.text()))).toEqual(expected);
});

test('HTML that is pasted runs and loads nothing', () => {
  const data = new DataTransfer();
  const attack = '<img src="https://example.com/x.png" onerror="globalThis.pwned = true">';
  data.setData('text/html', `${attack}<a href="https://arxiv.org/abs/1706.03762">a</a>`);
  expect(filesIn(data, 'x')).toHaveLength(1);
  expect(performance.getEntriesByName('https://example.com/x.png')).toEqual([]);
  expect('pwned' in globalThis).toBe(false);
});

test('files come before text, and a picture of text is none of them', () => {
  const data = new DataTransfer();
  data.items.add(new File(['@book{}'], 'refs.bib'));
  data.items.add(new File(['…'], 'cells.png', { type: 'image/png' }));
  data.setData('text/plain', 'cells');
  expect(filesIn(data, 'x').map(({ name }) => name)).toEqual(['refs.bib']);
});

test('a long text is cut until all of it is asked for, never in the middle of a character', async () => {
  const value = `${'x'.repeat(9)}🔭${'y'.repeat(40)}`;
  const place = show(<LongText value={value} most={10} />);
  const shown = (): string | null | undefined => place.querySelector('.long-text')?.textContent;
  expect(shown()).toBe(`${'x'.repeat(9)}…`);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect.poll(shown).toBe(value);
  await page.getByRole('button', { name: 'Show less' }).click();
  await expect.poll(shown).toBe(`${'x'.repeat(9)}…`);
});

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 420],
  ['dark', 420],
])('the preview passes an accessibility audit: %s, %i wide', async (scheme, width) => {
  await page.viewport(width, 900);
  document.documentElement.style.colorScheme = scheme;
  const preview = previewOf(
    {
      added: [bookmark(7, { starred: true, status: 'read', tags: ['a'], note: 'Look.' })],
      merged: [theirs],
      unchanged: [bookmark(9, { starred: true })],
      searchesAndColours: {
        added: { searches: [{ name: 'New', query: 'is:unread', savedAt: EARLY }], colours: [] },
        same: { searches: [], colours: [{ key: 'rl', tag: 'RL', colour: 'blue' }] },
        differing: { searches: [], colours: [{ key: 'ml', tag: 'ml', colour: 'red' }] },
      },
      problems: {
        ...noProblems(),
        first: [
          {
            file: null,
            row: 1,
            line: 2,
            name: null,
            address: null,
            reason: { code: 'notJson' },
            isPartial: false,
          },
        ],
        unreadableRows: 1,
        unreadableSearches: 2,
      },
    },
    [mine],
  );
  const place = show(
    <>
      <h1>Asterism</h1>
      <h2>Library</h2>
      <h3>Import</h3>
      <ImportPreview preview={preview} onApply={nothing} onDiscard={nothing} />
    </>,
  );
  const { body } = document;
  await expect.poll(() => cells(place, 'note').length).toBe(3);
  expect(place.scrollWidth).toBeLessThanOrEqual(body.clientWidth);
  const { violations } = await axe.run(place);
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
