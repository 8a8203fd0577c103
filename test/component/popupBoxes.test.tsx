import { render } from 'preact';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Tabs } from '../../components/list/Tabs';
import { accessibilityProblems } from './accessibility';
import { ringsAround } from './focusRings';
import { B, open, popupStage } from './popupStage';

// What the reader can see of the popup, measured.

const stage = popupStage();

function fill(): void {
  for (let n = 0; n < 30; n++) {
    stage.library.add(
      {
        id: `arxiv:2504.${20_000 + n}`,
        title:
          n % 3 === 0
            ? `A paper about number ${n}`
            : `第${n}篇论文:一个很长的标题`.repeat(1 + (n % 4)),
        authors: ['Ada', 'Ben', 'Cy', 'Di', 'Ed'],
        publishedAt: '2024-04-16',
      },
      { tags: n % 2 === 0 ? ['rl', 'to discuss on Thursday'] : [], status: 'to-read' },
    );
  }
}

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
const boxOf = (name: string): DOMRect =>
  (document.querySelector(name) ?? document.body).getBoundingClientRect();

describe.each(['light', 'dark'])('in the %s theme', (scheme) => {
  test.each([0, 13, 37, 61, 89, 120, 333, 500])(
    'scrolled by %d pixels, no control is partly under a bar where it could be pressed',
    async (top) => {
      document.documentElement.style.colorScheme = scheme;
      fill();
      await open(stage);
      await expect.poll(() => document.querySelectorAll('.paper-row').length).toBeGreaterThan(10);
      scrollTo(0, top);
      await frame();
      expect(await accessibilityProblems()).toEqual([]);
    },
  );
});

test('at its end the last title and its controls are above the bar', async () => {
  fill();
  await open(stage);
  const last = (): Element | undefined => [...document.querySelectorAll('.paper-row')].at(-1);
  const isAtEnd = (): boolean => {
    scrollTo(0, document.documentElement.scrollHeight);
    return last()?.ariaPosInSet === last()?.ariaSetSize;
  };
  await expect.poll(isAtEnd).toBe(true);
  const belowBar = (): Element[] => {
    scrollTo(0, document.documentElement.scrollHeight);
    const bar = boxOf('.popup > footer').top;
    return [...(last()?.querySelectorAll('a, button, h2') ?? [])].filter(
      (part) => part.getBoundingClientRect().bottom > bar,
    );
  };
  await expect.poll(belowBar).toEqual([]);
  scrollTo(0, 0);
  await expect
    .poll(() => boxOf('.paper-row').top - boxOf('.popup > header').bottom)
    .toBeGreaterThanOrEqual(-1);
});

test('a scrollbar that takes room of its own cuts nothing', async () => {
  await page.viewport(400, 600);
  document.documentElement.dataset['place'] = 'popup';
  // As wide as a window is beside a scrollbar of 12 pixels.
  const place = document.body;
  place.style.maxWidth = '388px';
  fill();
  await open(stage);
  await frame();
  for (const part of document.querySelectorAll(
    '.popup > header *, .popup > footer *, .paper-row *',
  )) {
    if (!part.checkVisibility() || getComputedStyle(part).clipPath !== 'none') continue;
    const { right, width } = part.getBoundingClientRect();
    if (width > 1) expect(right, part.outerHTML.slice(0, 120)).toBeLessThanOrEqual(400);
  }
  for (const row of document.querySelectorAll('.paper-row')) {
    expect(row.getBoundingClientRect().right).toBeLessThanOrEqual(388);
  }
  place.style.maxWidth = '';
});

test('by keyboard, one ring is around what has the focus, in the list and in an editor', async () => {
  await open(stage);
  stage.view.edit(B);
  await expect.element(page.getByRole('button', { name: 'Done' })).toBeInTheDocument();
  const rings = new Map<string, number>();
  for (let turn = 0; turn < 40; turn++) {
    await userEvent.tab();
    const { activeElement } = document;
    // The ring of a status is around what stands for its radio button.
    const isRadio = activeElement?.matches('[type=radio]');
    if (activeElement && activeElement !== document.body && !isRadio)
      rings.set(activeElement.outerHTML.slice(0, 90), ringsAround(activeElement).length);
  }
  expect(rings.size).toBeGreaterThan(12);
  const others = [...rings].filter(([, count]) => count !== 1);
  expect(others.map(([what, count]) => `${count}: ${what}`)).toEqual([]);
});

test('a tab that comes later moves none of the others', async () => {
  const place = document.body.appendChild(document.createElement('div'));
  const tabs = ['On this page', 'Reading list', 'Worth a look'].map((text) => ({
    name: text,
    text,
    count: 12,
  }));
  const show = (count: number): DOMRect[] => {
    render(
      <Tabs tabs={tabs.slice(0, count)} selected={null} onPick={() => {}} panel="panel" />,
      place,
    );
    return [...place.querySelectorAll('[role=tab]')].map((tab) => tab.getBoundingClientRect());
  };
  const before = show(2);
  expect(show(3).slice(0, 2)).toEqual(before);
  render(null, place);
  place.remove();
});

test.each([
  [320, 'from control to control', '{Tab}', '{Shift>}{Tab}{/Shift}'],
  [320, 'from row to row', '{ArrowDown}', '{ArrowUp}'],
  [400, 'from control to control', '{Tab}', '{Shift>}{Tab}{/Shift}'],
  [400, 'from row to row', '{ArrowDown}', '{ArrowUp}'],
])(
  'by keyboard, what has the focus is under no bar, %d pixels wide, %s',
  async (width, _, there, back) => {
    await page.viewport(width, 600);
    fill();
    await open(stage);
    stage.view.show('done', 'Removed', { text: 'Undo', run: () => {} });
    await expect.element(page.getByRole('button', { name: 'Undo' })).toBeInTheDocument();
    await expect.poll(() => document.querySelectorAll('.paper-row').length).toBeGreaterThan(5);
    const covered = async (key: string): Promise<string[]> => {
      const under: string[] = [];
      for (let turn = 0; turn < 24; turn++) {
        await userEvent.keyboard(key);
        await frame();
        const focused = document.activeElement;
        if (!focused || focused === document.body) continue;
        const { left, right, top, bottom } = focused.getBoundingClientRect();
        const points = [top + 3, bottom - 3].map((y) =>
          document.elementFromPoint((left + right) / 2, y),
        );
        const isSeen = points.some(
          (seen) => seen !== null && (focused.contains(seen) || seen.contains(focused)),
        );
        if (!isSeen) under.push(focused.outerHTML.slice(0, 100));
      }
      return under;
    };
    if (there === '{ArrowDown}') document.querySelector<HTMLElement>('.paper-row')?.focus();
    expect(await covered(there)).toEqual([]);
    expect(await covered(back)).toEqual([]);
  },
);
