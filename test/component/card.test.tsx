import axe from 'axe-core';
import { render } from 'preact';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { StarButton } from '../../components/annotation/StarButton';
import { CardEditor } from '../../components/card/CardEditor';
import { type CardControl, createControlMaker, type Pressed } from '../../components/card/control';
import { pressKeyIn } from '../../components/card/controlKeys';
import { type AnnotationPatch, applyPatch, emptyAnnotation } from '../../lib/papers/annotation';
import type { Glance } from '../../lib/papers/glance';
import { AT, cardStage, set, TITLE } from './cardStage';

const stage = cardStage();

function chipsInSight(): HTMLElement[] {
  const chips = [...stage.place.querySelectorAll<HTMLElement>('.card-chip')];
  return chips.filter((chip) => chip.checkVisibility());
}

/** What the chips in sight show beside their pictures. */
function shownOnChips(): string[] {
  const faces = chipsInSight().map((chip) => chip.firstElementChild as HTMLElement); // each has one
  return faces.map(({ dataset }) => dataset['shown'] ?? '');
}

const near = vi.fn();

/** A control on the page that shows an annotation. */
function control(annotation?: Glance, press: (what: Pressed) => void = vi.fn()): CardControl {
  const made: CardControl = createControlMaker(
    document,
    near,
  )((what) => {
    if (typeof what === 'string' || !('key' in what) || !pressKeyIn(made.element, what.key))
      press(what);
  });
  made.name(TITLE);
  if (annotation) made.show(annotation);
  stage.place.append(made.element);
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

test('a pointer that rests on what opens the editor, or the focus there, says that it is near; the star does not', async () => {
  near.mockClear();
  control(set);
  await userEvent.hover(page.getByRole('button', { name: `Star paper: ${TITLE}`, exact: true }));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(near).not.toHaveBeenCalled();
  await userEvent.hover(page.getByRole('button', { name: `Note: ${TITLE}` }));
  await expect.poll(() => near.mock.calls.length).toBe(1);
  stage.place.querySelector<HTMLElement>('button[data-part]')?.focus();
  await expect.poll(() => near.mock.calls.length).toBe(2);
});

test('a pointer that only passes says nothing', async () => {
  const { element, star } = control(set);
  await userEvent.hover(star);
  near.mockClear();
  const edit = element.querySelector('button[data-part]');
  edit?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(near).not.toHaveBeenCalled();
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
    expect(stage.place.querySelectorAll('.set, .filled, .card-chip')).toHaveLength(0);
    const { opacity } = getComputedStyle(stage.place.querySelector('.icon') as Element);
    expect(Number(opacity)).toBeLessThan(1);
    await userEvent.click(star);
    expect(press).toHaveBeenLastCalledWith({ starred: true });
    show(undefined);
    expect(element.isEqualNode(blank)).toBe(true);
  }
});

test('of many tags it says how many more there are than it was told', () => {
  control({ ...set, more: 40 });
  expect(shownOnChips()).toContain('a +42');
});

test.each([false, true])('it is the star of all other places (set: %s)', (starred) => {
  const { star } = control(applyPatch(emptyAnnotation(AT), { starred }, AT));
  const elsewhere = document.createElement('div');
  render(<StarButton title={TITLE} starred={starred} onToggle={vi.fn()} />, elsewhere);
  expect(elsewhere.firstElementChild?.isEqualNode(star)).toBe(true);
});

test('what is set shows at a glance: the status, a tag, how many more, and that there is a note', () => {
  control(set);
  expect(shownOnChips()).toEqual(['', 'Reading', 'a +2']);
  expect(chipsInSight().map(({ ariaLabel }) => ariaLabel)).toEqual([
    `Note: ${TITLE}`,
    `Reading status: ${TITLE}`,
    `Tags: ${TITLE}`,
  ]);
  expect(stage.place.textContent).toBe(''); // a page finds text, wherever it is
});

test.each([
  [{}, []],
  [{ note: 'n' }, ['note']],
  [{ addTags: ['t'] }, ['tags']],
  [{ status: 'read' }, ['status']],
  [{ starred: true }, []],
] as const)(
  'only what is set has a chip: a state is a shape, not a colour (%o)',
  (patch, parts) => {
    control(applyPatch(emptyAnnotation(AT), { addTags: [], ...patch } as AnnotationPatch, AT));
    expect(chipsInSight().map(({ dataset }) => dataset['part'])).toEqual(parts);
  },
);

test('what is taken off again leaves the control as it was, with the same buttons', () => {
  const { element, show } = control();
  const blank = element.cloneNode(true);
  const buttons = [...element.querySelectorAll('button')];
  show(set);
  expect(element.isEqualNode(blank)).toBe(false);
  const hints = [...buttons, ...chipsInSight()].map((one) => one.title);
  expect(hints).toEqual(['Remove the star', 'Edit', 'A note', 'Reading', 'a, b, c']);
  show(undefined);
  expect(element.isEqualNode(blank)).toBe(true);
  expect([...element.querySelectorAll('button')]).toEqual(buttons);
});

test.each([
  ['', 386, 'reinforcement …', 'Reading'],
  ['', 300, 'reinf…', ''],
  ['raised narrow', 1240, 'reinf…', ''],
])(
  'chips are cut to the room that there is, and stay within what can be hit (%s, %i px)',
  (side, width, tag, status) => {
    const long = 'reinforcement learning from human feedback';
    const annotation = applyPatch(set, { addTags: [long], removeTags: ['a', 'b', 'c'] }, AT);
    stage.place.className = `strip ${side}`;
    stage.place.style.width = side === '' ? `${width}px` : '';
    const { element } = control({ ...annotation, tags: [long, 'b', 'c'] });
    expect(shownOnChips()).toEqual(['', status, `${tag} +2`]);
    const { right } = element.getBoundingClientRect();
    for (const chip of chipsInSight()) {
      expect(chip.getBoundingClientRect().right).toBeLessThanOrEqual(right - 2);
    }
  },
);

test.each([
  ['of one letter', ['x'], 'x'],
  ['very long', ['W'.repeat(60)], 'WWWWWWWWWWWWWW…'],
  ['Chinese', ['强化学习与大型语言模型'], '强化学习与大型…'],
  ['Arabic, and many more', ['تعلم الآلة', ...'abcdefghijk'], 'تعلم الآلة +11'],
])('a tag that is %s is cut, and its pill has its end in sight', (_, tags, shown) => {
  stage.place.className = 'strip raised';
  stage.place.style.width = '386px';
  const { element } = control({ ...set, tags, note: '', status: null });
  expect(shownOnChips()).toEqual([shown]);
  const [pill] = element.children;
  expect(pill?.getBoundingClientRect().right).toBeLessThanOrEqual(
    element.getBoundingClientRect().right,
  );
});

test('the control and all in it are as large with chips as without, to whoever asks what is where', () => {
  stage.place.className = 'strip';
  stage.place.style.width = '400px';
  const { element, show } = control();
  const hits = (): string[] =>
    Array.from({ length: 100 }, (_, at) => document.elementFromPoint(2 + at * 4, 15)).map((hit) =>
      String(element.contains(hit)),
    );
  const sizes = () => [element.getBoundingClientRect().toJSON(), stage.place.scrollWidth, hits()];
  const without = sizes();
  show({ ...set, tags: ['W'.repeat(30), 'b'] });
  expect(sizes()).toEqual(without);
});

test.each([400, 200])(
  'what cuts the text of chips is as large with them as without, and its block stays, at %d px: one size is told of it',
  (width) => {
    stage.place.className = 'strip';
    stage.place.style.width = `${width}px`;
    const { element, show } = control();
    const chips = element.querySelector('.card-chips') ?? element;
    const cuts = (): unknown[] => {
      const boxes = [getComputedStyle(chips).display];
      for (let box = chips; box !== element; box = box.parentElement ?? element)
        if (getComputedStyle(box).overflow !== 'visible')
          boxes.push(JSON.stringify(box.getBoundingClientRect()));
      return boxes;
    };
    const without = cuts();
    expect(without[0]).not.toBe('none');
    show({ ...set, tags: ['W'.repeat(30), 'b'] });
    expect(cuts()).toEqual(without);
  },
);

test('every target is at least 28 px high and wide, and a click between them does nothing', async () => {
  stage.place.className = 'strip';
  stage.place.style.width = '400px';
  const press = vi.fn();
  const { element } = control(set, press);
  const targets = [...element.querySelectorAll('button'), ...chipsInSight()];
  expect(targets).toHaveLength(5);
  for (const target of targets) {
    const { width, height } = target.getBoundingClientRect();
    expect(Math.min(width, height), target.outerHTML).toBeGreaterThanOrEqual(28);
  }
  await userEvent.click(element, { position: { x: 3, y: 15 } });
  await userEvent.click(element, { position: { x: 300, y: 15 } });
  expect(press).not.toHaveBeenCalled();
});

test.each([
  ['strip', 1],
  ['strip on-line', 4],
])('the ring of a chip is in sight, all of it (%s)', async (place, cut) => {
  stage.place.className = place;
  stage.place.style.width = '400px';
  const { element, star } = control(set);
  star.focus();
  await userEvent.keyboard('{ArrowLeft}');
  const chip = stage.place.querySelector('.card-chip:focus-visible') as Element; // it has the focus
  const { outlineWidth, outlineOffset } = getComputedStyle(chip);
  expect(Number.parseFloat(outlineWidth)).toBeGreaterThanOrEqual(2);
  const inside = -Number.parseFloat(outlineOffset);
  const { top, bottom } = chip.getBoundingClientRect();
  const ring = Number.parseFloat(outlineWidth);
  const pill = element.firstElementChild?.getBoundingClientRect() ?? new DOMRect();
  expect(top + inside - ring).toBeGreaterThanOrEqual(pill.top + cut);
  expect(bottom - inside + ring).toBeLessThanOrEqual(pill.bottom - cut);
});

test('Tab stops at the star; the arrow keys go round what is in sight, also while it changes', async () => {
  stage.place.className = 'strip';
  stage.place.style.width = '400px';
  const { show, star } = control(set);
  star.focus();
  const focused = (): string | null | undefined => document.activeElement?.ariaLabel;
  const round: (string | null | undefined)[] = [];
  for (let step = 0; step < 5; step++) {
    await userEvent.keyboard('{ArrowRight}');
    round.push(focused()?.split(':')[0]);
  }
  expect(round).toEqual([
    'Edit status, tags and note',
    'Note',
    'Reading status',
    'Tags',
    'Star paper',
  ]);
  await userEvent.keyboard('{ArrowLeft}');
  expect(focused()).toBe(`Tags: ${TITLE}`);
  show({ ...set, tags: ['another'] });
  expect(focused()).toBe(`Tags: ${TITLE}`);
  show({ ...set, tags: [] });
  expect(focused()).toBe(`Edit status, tags and note: ${TITLE}`);
});

test('at the right corner everything is its mirror image, the arrow keys too', async () => {
  stage.place.className = 'strip right';
  stage.place.style.width = '400px';
  const { element, star } = control(set);
  const { right } = element.getBoundingClientRect();
  expect(right - star.getBoundingClientRect().right).toBeLessThan(10);
  const lefts = [star, ...chipsInSight()].map((one) => one.getBoundingClientRect().left);
  expect(lefts).toEqual(lefts.toSorted((a, b) => b - a));
  star.focus();
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  await expect.poll(() => document.activeElement?.ariaLabel).toBe(`Note: ${TITLE}`);
  await userEvent.keyboard('{ArrowRight}');
  await expect
    .poll(() => document.activeElement?.ariaLabel)
    .toBe(`Edit status, tags and note: ${TITLE}`);
});

test.each([
  ['Reading status', 'status'],
  ['Tags', 'tags'],
  ['Note', 'note'],
  ['Edit status, tags and note', 'tags'],
])('the button "%s" opens the editor at its %s', async (name, part) => {
  const press = vi.fn();
  control(set, press);
  const button = page.getByRole('button', { name: `${name}: ${TITLE}`, exact: true });
  await userEvent.click(button);
  (button.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter} ');
  expect(press.mock.calls).toEqual([[part], [part], [part]]);
});

test('a key that is held goes on to the next card, and does nothing else again; keys that are not ours are let be', async () => {
  const press = vi.fn();
  const { star } = control(set, press);
  const keyOn = (target: HTMLElement, key: string, repeat: boolean): boolean =>
    target.dispatchEvent(
      new KeyboardEvent('keydown', { key, repeat, bubbles: true, cancelable: true }),
    );
  for (const key of ['s', 'j', '0', 'Tab', 'Shift', 'F5', 'q']) {
    keyOn(star, key, false);
    keyOn(star, key, true);
  }
  expect(press.mock.calls.map(([what]) => what.key)).toEqual(['s', 'j', 'j', '0']);
  press.mockClear();
  const chip = page.getByRole('button', { name: `Note: ${TITLE}`, exact: true }).element();
  (chip as HTMLElement).focus();
  for (const repeat of [false, true, true]) keyOn(chip as HTMLElement, 'Enter', repeat);
  expect(press.mock.calls).toEqual([['note']]);
});

test.each(['light', 'dark'])(
  'control and editor pass an accessibility audit (%s)',
  async (scheme) => {
    document.documentElement.style.colorScheme = scheme;
    document.body.style.background = scheme === 'dark' ? '#0b0f19' : '#fff';
    const editor = document.createElement('div');
    render(
      <CardEditor
        paper="arxiv:2604.00001"
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
    stage.place.append(editor);
    const { violations } = await axe.run(stage.place);
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  },
);

test('a paper that is called otherwise later has chips that say so', () => {
  const { name } = control(set);
  name('Another title');
  expect(chipsInSight().map(({ ariaLabel }) => ariaLabel)).toContain('Tags: Another title');
});
