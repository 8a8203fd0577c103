import { render } from 'preact';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CardEditor } from '../../components/card/CardEditor';
import { applyPatch, emptyAnnotation } from '../../lib/papers/annotation';
import { AT, cardStage, set, TITLE } from './cardStage';

const stage = cardStage();

test('every keystroke of a note is a patch of its own', async () => {
  const onPatch = vi.fn();
  render(
    <CardEditor
      paper="arxiv:2604.00001"
      title={TITLE}
      annotation={emptyAnnotation(AT)}
      tagsInUse={[]}
      focus="note"
      onPatch={onPatch}
      onCopy={vi.fn()}
      onClose={vi.fn()}
    />,
    stage.place,
  );
  await expect.poll(() => document.activeElement?.tagName).toBe('TEXTAREA');
  await userEvent.keyboard('abc');
  expect(onPatch.mock.calls.map(([patch]) => patch.note)).toEqual(['a', 'ab', 'abc']);
});

test('a note that changes elsewhere shows, but never under the hands of who is typing', async () => {
  const editor = (note: string) =>
    render(
      <CardEditor
        paper="arxiv:2604.00001"
        title={TITLE}
        annotation={{ ...emptyAnnotation(AT), note }}
        tagsInUse={[]}
        focus="status"
        onPatch={vi.fn()}
        onCopy={vi.fn()}
        onClose={vi.fn()}
      />,
      stage.place,
    );
  editor('one');
  const area = stage.place.querySelector('textarea') as HTMLTextAreaElement;
  editor('two');
  await expect.poll(() => area.value).toBe('two');
  await userEvent.click(area);
  await userEvent.keyboard('!');
  editor('three');
  await new Promise((resolve) => requestAnimationFrame(resolve));
  expect(area.value).toBe('two!');
});

test.each([
  [1280, 450],
  [320, 256],
])(
  'however much is set, the editor is no higher than a window of %i × %i, and all of it can be reached',
  async (width, height) => {
    await page.viewport(width, height);
    stage.place.popover = 'manual'; // as on a page: it is what limits the editor
    stage.place.showPopover();
    const tags = Array.from({ length: 80 }, (_, at) => `a tag that is long, number ${at}`);
    const annotation = applyPatch(set, { addTags: tags, note: 'A line.\n'.repeat(200) }, AT);
    render(
      <CardEditor
        paper="arxiv:2604.00001"
        title={TITLE}
        annotation={annotation}
        tagsInUse={[]}
        focus="note"
        onPatch={vi.fn()}
        onCopy={vi.fn()}
        onClose={vi.fn()}
      />,
      stage.place,
    );
    const editor = page.getByRole('dialog').element();
    expect(editor.getBoundingClientRect().height).toBeLessThanOrEqual(height - 16);
    const { overflowY } = getComputedStyle(editor);
    expect(editor.scrollHeight <= editor.clientHeight || overflowY === 'auto').toBe(true);
    await page.viewport(414, 896);
  },
);

test('a paper is copied in four ways; what the browser does not take is shown, selected', async () => {
  const onCopy = vi.fn(async (as: string) =>
    as === 'citation' ? 'Ada (2025). On it.' : undefined,
  );
  render(
    <CardEditor
      paper="arxiv:2604.00001"
      title={TITLE}
      annotation={set}
      tagsInUse={[]}
      focus="status"
      onPatch={vi.fn()}
      onCopy={onCopy}
      onClose={vi.fn()}
    />,
    stage.place,
  );
  const row = page.getByRole('group', { name: 'Copy' });
  for (const name of ['BibTeX', 'Markdown link', 'Link', 'Citation']) {
    await row.getByRole('button', { name, exact: true }).click();
  }
  expect(onCopy.mock.calls.flat()).toEqual(['bibtex', 'markdown', 'link', 'citation']);
  const field = row.getByRole('textbox');
  await expect.element(field).toHaveValue('Ada (2025). On it.');
  await expect.poll(() => getSelection()?.toString()).toBe('Ada (2025). On it.');
  await row.getByRole('button', { name: 'Link', exact: true }).click();
  await expect.element(field).not.toBeInTheDocument();
});

test('Escape closes the editor, and so does Tab behind its last field', async () => {
  const onClose = vi.fn();
  render(
    <CardEditor
      paper="arxiv:2604.00001"
      title={TITLE}
      annotation={set}
      tagsInUse={[]}
      focus="note"
      onPatch={vi.fn()}
      onCopy={vi.fn()}
      onClose={onClose}
    />,
    stage.place,
  );
  await expect.poll(() => document.activeElement?.tagName).toBe('TEXTAREA');
  await userEvent.keyboard('{Tab}{Tab}{Tab}{Tab}');
  await expect.poll(() => document.activeElement?.textContent).toBe('Link');
  expect(onClose).not.toHaveBeenCalled();
  await userEvent.keyboard('{Tab}');
  expect(onClose).toHaveBeenCalledTimes(1);
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledTimes(2);
});

test('what a card has no room for stands in its editor, as text', () => {
  const said = ['Watch words: <b>trees</b>', 'Fits your library: offline'];
  render(
    <CardEditor
      paper="arxiv:2604.00001"
      title="A paper"
      annotation={emptyAnnotation(AT)}
      said={said}
      tagsInUse={[]}
      focus="tags"
      onPatch={vi.fn()}
      onCopy={async () => undefined}
      onClose={vi.fn()}
    />,
    stage.place,
  );
  const shown = [...stage.place.querySelectorAll<HTMLElement>('.card-editor-said')];
  expect(shown.map(({ textContent }) => textContent)).toEqual(said);
  expect(shown.every((one) => one.checkVisibility())).toBe(true);
});

test('the editor has the star in it; a status is one press and closes nothing; Done closes', async () => {
  const onPatch = vi.fn();
  const onClose = vi.fn();
  const show = (saving: boolean) =>
    render(
      <CardEditor
        paper="arxiv:2604.00001"
        title={TITLE}
        annotation={set}
        saving={saving}
        tagsInUse={[]}
        focus="tags"
        onPatch={onPatch}
        onCopy={vi.fn()}
        onClose={onClose}
      />,
      stage.place,
    );
  show(false);
  await userEvent.click(page.getByRole('button', { name: `Star paper: ${TITLE}`, exact: true }));
  await userEvent.click(page.getByText('To read'));
  expect(onPatch.mock.calls).toEqual([[{ starred: false }], [{ status: 'to-read' }]]);
  await expect.element(page.getByText('Saved', { exact: true })).toBeInTheDocument();
  show(true);
  await expect.element(page.getByText('Saving…')).toBeInTheDocument();
  expect(onClose).not.toHaveBeenCalled();
  await userEvent.click(page.getByRole('button', { name: 'Done' }));
  expect(onClose).toHaveBeenCalledTimes(1);
});
