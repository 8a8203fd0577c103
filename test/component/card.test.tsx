import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/annotation/annotation.css';
import '../../components/card/card.css';
import '../../components/card/editor.css';
import '../../components/tokens.css';
import { CardControl } from '../../components/card/CardControl';
import { CardEditor } from '../../components/card/CardEditor';
import { applyPatch, emptyAnnotation } from '../../lib/papers/annotation';
import { takeEnglishTexts } from './englishTexts';

const AT = '2026-04-16T10:00:00.000Z';
const TITLE = 'On <b>Markup</b> & Other "Titles"';
const set = applyPatch(
  emptyAnnotation(AT),
  { starred: true, status: 'reading', addTags: ['a', 'b', 'c'], note: 'A note' },
  AT,
);
let place: HTMLElement;

beforeEach(() => {
  takeEnglishTexts();
  place = document.createElement('main');
  document.body.append(place);
});
afterEach(() => {
  render(null, place);
  place.remove();
});

function tagsInSight(): HTMLElement[] {
  const tags = [...place.querySelectorAll<HTMLElement>('.card-tag')];
  return tags.filter((tag) => tag.checkVisibility());
}

test('the star is a toggle whose name never changes', async () => {
  const onStar = vi.fn();
  const control = (annotation?: typeof set) =>
    render(
      <CardControl title={TITLE} annotation={annotation} onStar={onStar} onEdit={vi.fn()} />,
      place,
    );
  control();
  const star = page.getByRole('button', { name: `Star paper: ${TITLE}`, exact: true });
  await expect.element(star).toHaveAttribute('aria-pressed', 'false');
  await userEvent.click(star);
  expect(onStar).toHaveBeenLastCalledWith(true);
  control(set);
  await expect.element(star).toHaveAttribute('aria-pressed', 'true');
  await userEvent.click(star);
  expect(onStar).toHaveBeenLastCalledWith(false);
});

test('what is set shows at a glance: tags, how many more, the status, and that there is a note', () => {
  render(<CardControl title={TITLE} annotation={set} onStar={vi.fn()} onEdit={vi.fn()} />, place);
  expect(tagsInSight().map((tag) => tag.textContent)).toEqual(['a', 'b', '+1']);
  expect(place.textContent).toContain('Reading');
  expect(place.querySelector('[aria-label^="Note"]')?.classList.contains('set')).toBe(true);
});

test.each([
  ['end', 386],
  ['start', 386],
  ['start', 1240],
])(
  'where there is little room (%s, %i px), one tag shows and how many more, uncut',
  (side, width) => {
    const long = 'reinforcement learning from human feedback';
    const annotation = applyPatch(
      set,
      { addTags: [long, `${long} 2`], removeTags: ['a', 'b'] },
      AT,
    );
    place.className = `strip ${side}`;
    place.style.width = `${width}px`;
    render(
      <CardControl title={TITLE} annotation={annotation} onStar={vi.fn()} onEdit={vi.fn()} />,
      place,
    );
    expect(tagsInSight().map((tag) => tag.textContent)).toEqual(['c', '+2']);
    const control = place.querySelector('.card-control');
    for (const part of [control, ...tagsInSight(), ...place.querySelectorAll('button')]) {
      expect(part?.scrollWidth, part?.outerHTML).toBeLessThanOrEqual(part?.clientWidth ?? 0);
    }
  },
);

test.each([
  ['Reading status', 'status'],
  ['Tags', 'tags'],
  ['Note', 'note'],
])('the button "%s" opens the editor at its %s', async (name, part) => {
  const onEdit = vi.fn();
  render(
    <CardControl title={TITLE} annotation={undefined} onStar={vi.fn()} onEdit={onEdit} />,
    place,
  );
  await userEvent.click(page.getByRole('button', { name: `${name}: ${TITLE}`, exact: true }));
  expect(onEdit).toHaveBeenCalledWith(part);
});

test('every keystroke of a note is a patch of its own', async () => {
  const onPatch = vi.fn();
  render(
    <CardEditor
      title={TITLE}
      annotation={emptyAnnotation(AT)}
      tagsInUse={[]}
      focus="note"
      onPatch={onPatch}
      onClose={vi.fn()}
    />,
    place,
  );
  await expect.poll(() => document.activeElement?.tagName).toBe('TEXTAREA');
  await userEvent.keyboard('abc');
  expect(onPatch.mock.calls.map(([patch]) => patch.note)).toEqual(['a', 'ab', 'abc']);
});

test('a note that changes elsewhere shows, but never under the hands of who is typing', async () => {
  const editor = (note: string) =>
    render(
      <CardEditor
        title={TITLE}
        annotation={{ ...emptyAnnotation(AT), note }}
        tagsInUse={[]}
        focus="status"
        onPatch={vi.fn()}
        onClose={vi.fn()}
      />,
      place,
    );
  editor('one');
  const area = place.querySelector('textarea') as HTMLTextAreaElement;
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
    const tags = Array.from({ length: 80 }, (_, at) => `a tag that is long, number ${at}`);
    const annotation = applyPatch(set, { addTags: tags, note: 'A line.\n'.repeat(200) }, AT);
    render(
      <CardEditor
        title={TITLE}
        annotation={annotation}
        tagsInUse={[]}
        focus="note"
        onPatch={vi.fn()}
        onClose={vi.fn()}
      />,
      place,
    );
    const editor = page.getByRole('dialog').element();
    expect(editor.getBoundingClientRect().height).toBeLessThanOrEqual(height - 16);
    const { overflowY } = getComputedStyle(editor);
    expect(editor.scrollHeight <= editor.clientHeight || overflowY === 'auto').toBe(true);
    await page.viewport(414, 896);
  },
);

test('Escape closes the editor, and so does Tab behind its last field', async () => {
  const onClose = vi.fn();
  render(
    <CardEditor
      title={TITLE}
      annotation={set}
      tagsInUse={[]}
      focus="note"
      onPatch={vi.fn()}
      onClose={onClose}
    />,
    place,
  );
  await expect.poll(() => document.activeElement?.tagName).toBe('TEXTAREA');
  await userEvent.keyboard('{Tab}');
  expect(onClose).toHaveBeenCalledTimes(1);
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledTimes(2);
});

test.each(['light', 'dark'])(
  'control and editor pass an accessibility audit (%s)',
  async (scheme) => {
    document.documentElement.style.colorScheme = scheme;
    document.body.style.background = scheme === 'dark' ? '#0b0f19' : '#fff';
    render(
      <>
        <CardControl title={TITLE} annotation={set} onStar={vi.fn()} onEdit={vi.fn()} />
        <CardEditor
          title={TITLE}
          annotation={set}
          tagsInUse={[]}
          focus="tags"
          onPatch={vi.fn()}
          onClose={vi.fn()}
        />
      </>,
      place,
    );
    const { violations } = await axe.run(place);
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  },
);
