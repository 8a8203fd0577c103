import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SingleKeysOn } from '../../components/list/SingleKeys';
import { TagPage } from '../../components/tags/TagPage';
import { TAG_COLOURS } from '../../lib/papers/tagColours';
import { createTags, type Tags } from '../../lib/views/tags';
import { accessibilityProblems } from './accessibility';
import { organizingStage } from './organizingStage';

const stage = organizingStage();
const onPick = vi.fn<(tag: string) => void>();
let tags: Tags;

beforeEach(() => {
  onPick.mockClear();
  stage.organized.papers = [['ml', 'ml/rl'], ['ml/rl', 'zoo'], ['zoo'], ['bio/protein']];
  stage.organized.colours = [{ key: 'zoo', tag: 'zoo', colour: 'green' }];
});

async function open(singleKeys = true): Promise<void> {
  tags = createTags(stage.deps);
  stage.show(tags, () => (
    <SingleKeysOn.Provider value={{ read: () => singleKeys }}>
      <TagPage {...tags.state()} actions={tags} onPick={onPick} />
    </SingleKeysOn.Provider>
  ));
  await tags.open();
  await expect.poll(rows).not.toEqual([]);
}

const rows = (): string[] =>
  [...stage.place.querySelectorAll('.tag-link')].map(({ textContent }) => textContent);

/** The tag whose row has the focus. */
const focused = (): string | undefined =>
  (document.activeElement as HTMLElement | null)?.dataset['key']; // null: no page

async function focusFirst(first = 'bio'): Promise<void> {
  await page.getByRole('searchbox', { name: 'Find a tag' }).click();
  await userEvent.keyboard('{ArrowDown}');
  expect(focused()).toBe(first);
}

test('letters do nothing where they are switched off; F2 still renames', async () => {
  await open(false);
  await focusFirst();
  await userEvent.keyboard('jec');
  expect(focused()).toBe('bio');
  expect(tags.state().editing).toBeNull();
  await userEvent.keyboard('{F2}');
  expect(tags.state().editing).toEqual({ key: 'bio', part: 'name' });
});

describe('by keyboard', () => {
  beforeEach(() => open());

  test('arrows move between tags, into and out of what is below them, and out at the top', async () => {
    await focusFirst();
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toBe('bio/protein');
    await userEvent.keyboard('{ArrowLeft}');
    expect(focused()).toBe('bio');
    await userEvent.keyboard('{ArrowLeft}');
    await expect.poll(rows).toEqual(['bio', 'ml', 'rl', 'zoo']);
    await expect
      .element(page.getByRole('row', { name: 'bio, 0 papers' }))
      .toHaveAttribute('aria-expanded', 'false');
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(rows).toContain('protein');
    await userEvent.keyboard('{ArrowRight}');
    expect(focused()).toBe('bio/protein');
    await userEvent.keyboard('{End}');
    expect(focused()).toBe('zoo');
    await userEvent.keyboard('{Home}{ArrowUp}');
    await expect.element(page.getByRole('searchbox', { name: 'Find a tag' })).toHaveFocus();
  });

  test('Enter shows the papers of a tag, and so does a click on its name', async () => {
    await focusFirst();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onPick).toHaveBeenLastCalledWith('bio/protein');
    await page.getByRole('button', { name: 'zoo', exact: true }).click();
    expect(onPick).toHaveBeenLastCalledWith('zoo');
  });

  test('a tag is renamed in place, and keeps the focus', async () => {
    await focusFirst();
    await userEvent.keyboard('{End}e');
    await expect.element(page.getByRole('textbox', { name: 'New name for zoo' })).toHaveFocus();
    await userEvent.keyboard('animals/zoo{Enter}');
    await expect.poll(focused).toBe('animals/zoo');
    expect(stage.told.at(-1)?.text).toBe('Renamed “zoo” to “animals/zoo” on 2 papers.');
    await userEvent.keyboard('e');
    await userEvent.keyboard('no{Escape}');
    await expect.poll(focused).toBe('animals/zoo');
    expect(rows()).not.toContain('no');
  });

  test('two tags become one after a question with numbers', async () => {
    await focusFirst();
    await userEvent.keyboard('{End}e');
    await userEvent.keyboard('ML/RL{Enter}');
    const dialog = page.getByRole('alertdialog', { name: 'Merge “zoo” into “ML/RL”?' });
    await expect
      .element(dialog)
      .toMatchTextContent(
        /“ml\/rl” already exists \(2 papers\). “zoo” \(used 2 times\) becomes part of it/,
      );
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    await expect
      .element(page.getByRole('textbox', { name: 'New name for zoo' }))
      .toHaveValue('ML/RL');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Merge' }).click();
    await expect.poll(rows).toEqual(['bio', 'protein', 'ml', 'RL']);
    await expect.poll(focused).toBe('ml/rl');
  });

  test('a tag is deleted with those below it after a question, and the next one has the focus', async () => {
    await focusFirst();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Delete}');
    await expect
      .element(page.getByRole('alertdialog', { name: 'Delete “ml”?' }))
      .toMatchTextContent(/together with 1 tag below it \(used 3 times\)/);
    await userEvent.keyboard('{Enter}');
    await expect.poll(rows).toEqual(['bio', 'protein', 'zoo']);
    await expect.poll(focused).toBe('zoo');
    expect(stage.told.at(-1)?.action?.text).toBe('Undo 7');
  });

  test('a colour is chosen with arrows', async () => {
    await focusFirst();
    await userEvent.keyboard('{End}c');
    await expect.element(page.getByRole('radio', { name: 'Green' })).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(() => stage.organized.colours[0]?.colour).toBe('teal');
    await userEvent.keyboard('{Escape}');
    await expect.poll(focused).toBe('zoo');
    const dot = (): Element | null => stage.place.querySelector('[data-key="zoo"] .tag-teal');
    await expect.poll(dot).not.toBeNull();
  });
});

test('a filter shows what fits and what that stands below', async () => {
  await open();
  await page.getByRole('searchbox', { name: 'Find a tag' }).fill('rl');
  await expect.poll(rows).toEqual(['ml', 'rl']);
  await page.getByRole('searchbox', { name: 'Find a tag' }).fill('nothing');
  await expect.element(page.getByText('No tag contains “nothing”.')).toBeVisible();
});

test('with the pointer: fold, colour, delete', async () => {
  await open();
  await page.getByRole('button', { name: 'Hide the tags below ml' }).click();
  await expect.poll(rows).toEqual(['bio', 'protein', 'ml', 'zoo']);
  await page.getByRole('button', { name: 'zoo', exact: true }).hover();
  await page.getByRole('button', { name: 'Colour of zoo' }).click();
  await page.getByRole('radio', { name: 'No colour' }).click({ force: true });
  await expect.poll(() => stage.organized.colours).toEqual([]);
  await page.getByRole('button', { name: 'Delete zoo' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(rows()).toContain('zoo');
});

test('two thousand tags open, filter and are walked to the end without a freeze', async () => {
  stage.organized.papers = Array.from({ length: 2_000 }, (_, index) => [
    `area ${index % 40}/topic ${index}`,
  ]);
  await open();
  tags.filterBy('1');
  await expect.poll(() => rows().length).toBeGreaterThan(190);
  tags.filterBy('');
  await focusFirst('area 0');
  await userEvent.keyboard('{End}');
  await expect.poll(focused).toBe('area 9/topic 969');
  expect(rows()).toHaveLength(2_040);
});

describe.each(['light', 'dark'])('in the %s theme', (scheme) => {
  beforeEach(() => {
    document.documentElement.style.colorScheme = scheme;
  });

  test('no accessibility problem in the list, the forms and a question', async () => {
    await open();
    tags.edit('zoo', 'colour');
    await expect.element(page.getByRole('radio', { name: 'Green' })).toHaveFocus();
    expect(await accessibilityProblems()).toEqual([]);
    tags.edit('zoo', 'name');
    await expect.element(page.getByRole('textbox')).toHaveFocus();
    expect(await accessibilityProblems()).toEqual([]);
    tags.askDelete('ml');
    await expect.element(page.getByRole('alertdialog')).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
  });

  test('every colour stands out from every surface', async () => {
    await open();
    const probe = document.createElement('i');
    stage.place.append(probe);
    const seen = (colour: string): number[] => {
      probe.style.color = colour;
      const canvas = new OffscreenCanvas(1, 1).getContext('2d');
      if (!canvas) throw new Error('no canvas');
      canvas.fillStyle = getComputedStyle(probe).color;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    for (const colour of TAG_COLOURS) {
      probe.className = `tag-${colour}`;
      for (const surface of [
        '--surface',
        '--surface-raised',
        '--surface-sunken',
        '--surface-hover',
      ]) {
        const contrast = contrastOf(seen('var(--tag-colour)'), seen(`var(${surface})`));
        expect(contrast, `${colour} on ${surface}`).toBeGreaterThanOrEqual(3);
      }
    }
  });
});

/** WCAG 2.2, "contrast ratio". */
function contrastOf(one: number[], other: number[]): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('what a tag says', () => {
  const said = (key: string): string =>
    stage.place.querySelector(`[data-key="${key}"] .tag-count`)?.textContent ?? '';

  test('is what a click on it finds, with its own share where that differs', async () => {
    stage.organized.papers = [
      ...Array.from({ length: 1_203 }, () => ['ml/rl']),
      ['ml', 'ml/rl'],
      ['zoo'],
    ];
    const finds = new Map([
      ['ml', 1_204],
      ['ml/rl', 1_204],
      ['zoo', 1],
    ]);
    tags = createTags({ ...stage.deps, countFinds: async () => finds });
    stage.show(tags, () => <TagPage {...tags.state()} actions={tags} onPick={onPick} />);
    await tags.open();
    await expect.poll(() => said('ml')).toBe('1 with this tag itself1,204');
    expect(said('ml/rl')).toBe('1,204');
    expect(said('zoo')).toBe('1');
    await expect
      .element(page.getByRole('row', { name: 'ml, 1,204 papers, 1 with this tag itself' }))
      .toBeVisible();
  });

  test('is never a number that a click belies: none, until it is counted', async () => {
    await open();
    expect(said('ml')).not.toContain('3'); // how often it and what is below it is used
    expect(said('bio')).not.toContain('0');
  });

  test('what can be done to it is in sight without pointing at it', async () => {
    await open();
    for (const row of stage.place.querySelectorAll('.tag-row')) {
      const buttons = [...row.querySelectorAll<HTMLElement>('.tag-actions button')];
      expect(buttons.length).toBe(3);
      for (const button of buttons) {
        const { width, height } = button.getBoundingClientRect();
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
        expect(Number(getComputedStyle(button).opacity)).toBeGreaterThan(0.7);
      }
    }
  });

  test.each([320, 400, 1280])(
    'leaves its name the room to be read, %d pixels wide',
    async (width) => {
      await page.viewport(width, 700);
      stage.organized.papers = [['systems'], ['systems/inference']];
      const finds = new Map([
        ['systems', 1_204],
        ['systems/inference', 1],
      ]);
      tags = createTags({ ...stage.deps, countFinds: async () => finds });
      stage.show(tags, () => <TagPage {...tags.state()} actions={tags} onPick={onPick} />);
      await tags.open();
      await expect.poll(() => said('systems')).toBe('1 with this tag itself1,204');
      const row = stage.place.querySelector('[data-key="systems"]');
      const name = row?.querySelector('.tag-link')?.getBoundingClientRect() ?? new DOMRect();
      const count = row?.querySelector('.tag-count')?.getBoundingClientRect() ?? new DOMRect();
      expect(name.height).toBeLessThan(32); // one line
      expect(name.right).toBeLessThanOrEqual(count.left);
    },
  );
});

test.each([
  ['ltr', 'none', '90deg'],
  ['rtl', '-1 1', '-90deg'],
])(
  '%s: what folds a tag points along the line, and down when it is open',
  async (dir, scale, down) => {
    stage.place.dir = dir;
    await open();
    const turned = (): { scale: string; rotate: string }[] =>
      [...stage.place.querySelectorAll('.fold:not([hidden]) > .icon')].map((icon) => {
        for (const animation of icon.getAnimations()) animation.finish();
        const { scale, rotate } = getComputedStyle(icon);
        return { scale, rotate };
      });
    expect(new Set(turned().map((one) => one.scale))).toEqual(new Set([scale]));
    expect(turned()[0]?.rotate).toBe(down);
    await page
      .getByRole('button', { name: /^Hide the tags below/ })
      .first()
      .click();
    await expect.poll(() => turned()[0]?.rotate).toBe('none');
    stage.place.dir = '';
  },
);
