import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/annotation/annotation.css';
import '../../components/card/card.css';
import '../../components/card/editor.css';
import '../../components/tokens.css';
import { StarButton } from '../../components/annotation/StarButton';
import { CardEditor } from '../../components/card/CardEditor';
import { type CardControl, createControlMaker, type Pressed } from '../../components/card/control';
import { applyPatch, emptyAnnotation } from '../../lib/papers/annotation';
import type { Glance } from '../../lib/papers/glance';
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

/** A control on the page that shows an annotation. */
function control(annotation?: Glance, press: (what: Pressed) => void = vi.fn()): CardControl {
  const made = createControlMaker(document)(press);
  made.name(TITLE);
  if (annotation) made.show(annotation);
  place.append(made.element);
  return made;
}

test('the star is a toggle whose name never changes', async () => {
  const press = vi.fn();
  const { show } = control(undefined, press);
  const star = page.getByRole('button', { name: `Star paper: ${TITLE}`, exact: true });
  await expect.element(star).toHaveAttribute('aria-pressed', 'false');
  await userEvent.click(star);
  expect(press).toHaveBeenLastCalledWith({ starred: true });
  show(set);
  await expect.element(star).toHaveAttribute('aria-pressed', 'true');
  await userEvent.click(star);
  expect(press).toHaveBeenLastCalledWith({ starred: false });
});

test('what is not known yet looks neither set nor unset, and its star can be set', async () => {
  const press = vi.fn();
  const { element, show } = control(undefined, press);
  const blank = element.cloneNode(true);
  const star = page.getByRole('button', { name: `Star paper: ${TITLE}`, exact: true });
  for (const known of [undefined, set]) {
    show(known);
    show(null);
    await expect.element(star).not.toHaveAttribute('aria-pressed');
    expect(element.ariaBusy).toBe('true');
    expect(place.querySelectorAll('.set, .filled, .card-chip')).toHaveLength(0);
    const { opacity } = getComputedStyle(place.querySelector('.icon') as Element);
    expect(Number(opacity)).toBeLessThan(1);
    await userEvent.click(star);
    expect(press).toHaveBeenLastCalledWith({ starred: true });
    show(undefined);
    expect(element.isEqualNode(blank)).toBe(true);
  }
});

test('of many tags it says how many more there are than it was told', () => {
  control({ ...set, more: 40 });
  expect(tagsInSight().at(-1)?.dataset['shown']).toBe('+41');
});

test.each([false, true])('it is the star of all other places (set: %s)', (starred) => {
  const { buttons } = control(applyPatch(emptyAnnotation(AT), { starred }, AT));
  const elsewhere = document.createElement('div');
  render(<StarButton title={TITLE} starred={starred} onToggle={vi.fn()} />, elsewhere);
  expect(elsewhere.firstElementChild?.isEqualNode(buttons[0] ?? null)).toBe(true);
});

test('what is set shows at a glance: tags, how many more, the status, and that there is a note', () => {
  control(set);
  expect(tagsInSight().map(({ dataset }) => dataset['shown'])).toEqual(['a', 'b', '+1']);
  expect(place.querySelector<HTMLElement>('.card-status')?.dataset['shown']).toBe('Reading');
  expect(place.textContent).toBe(''); // a page finds text, wherever it is
  expect(place.querySelector('[aria-label^="Note"]')?.classList.contains('set')).toBe(true);
});

test('what is taken off again leaves the control as it was, with the same buttons', () => {
  const { element, buttons, show } = control();
  const blank = element.cloneNode(true);
  show(set);
  expect(element.isEqualNode(blank)).toBe(false);
  expect(buttons.map((button) => button.title)).toEqual([
    'Remove the star',
    'Reading',
    'a, b, c',
    'A note',
  ]);
  show(undefined);
  expect(element.isEqualNode(blank)).toBe(true);
  expect([...element.querySelectorAll('button')]).toEqual(buttons);
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
    const { element } = control(annotation);
    expect(tagsInSight().map(({ dataset }) => dataset['shown'])).toEqual(['c', '+2']);
    for (const part of [element, ...tagsInSight(), ...place.querySelectorAll('button')]) {
      expect(part?.scrollWidth, part?.outerHTML).toBeLessThanOrEqual(part?.clientWidth ?? 0);
    }
  },
);

test.each([
  ['Reading status', 'status'],
  ['Tags', 'tags'],
  ['Note', 'note'],
])('the button "%s" opens the editor at its %s', async (name, part) => {
  const press = vi.fn();
  control(undefined, press);
  await userEvent.click(page.getByRole('button', { name: `${name}: ${TITLE}`, exact: true }));
  expect(press).toHaveBeenCalledWith(part);
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
      onCopy={vi.fn()}
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
        onCopy={vi.fn()}
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
        onCopy={vi.fn()}
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

test('a paper is copied in four ways; what the browser does not take is shown, selected', async () => {
  const onCopy = vi.fn(async (as: string) =>
    as === 'citation' ? 'Ada (2025). On it.' : undefined,
  );
  render(
    <CardEditor
      title={TITLE}
      annotation={set}
      tagsInUse={[]}
      focus="status"
      onPatch={vi.fn()}
      onCopy={onCopy}
      onClose={vi.fn()}
    />,
    place,
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
      title={TITLE}
      annotation={set}
      tagsInUse={[]}
      focus="note"
      onPatch={vi.fn()}
      onCopy={vi.fn()}
      onClose={onClose}
    />,
    place,
  );
  await expect.poll(() => document.activeElement?.tagName).toBe('TEXTAREA');
  await userEvent.keyboard('{Tab}{Tab}{Tab}{Tab}');
  expect(document.activeElement?.textContent).toBe('Link');
  expect(onClose).not.toHaveBeenCalled();
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
    const editor = document.createElement('div');
    render(
      <CardEditor
        title={TITLE}
        annotation={set}
        tagsInUse={[]}
        focus="tags"
        onPatch={vi.fn()}
        onCopy={vi.fn()}
        onClose={vi.fn()}
      />,
      editor,
    );
    control(set);
    place.append(editor);
    const { violations } = await axe.run(place);
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  },
);
