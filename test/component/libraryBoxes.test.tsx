import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/reading/reading.css';
import '../../components/searches/searches.css';
import { READABLE } from '../../components/library/chips';
import { ringsAround } from './focusRings';
import { addMany, libraryStage, open, rows } from './libraryStage';

// What the reader can see of the library page, measured.

const stage = libraryStage();
const LONG = 'Tencent Hunyuan Research Center for Artificial Intelligence and Its Applications';
const TAGS = [
  'to discuss with the group on Thursday',
  'rl',
  '多模态',
  'المراجعة',
  'baseline',
  'x/y',
];

function fill(): void {
  addMany(stage, 1_200);
  stage.library.add(
    {
      id: 'arxiv:2504.00010',
      title: 'A title of a length that takes two lines of a list, and some more in a narrow one',
      authors: ['Wolfeschlegelsteinhausenbergerdorff', 'Ada', 'Ben', 'Cy'],
      publishedAt: '2024-12-28',
      upvotes: 12_345,
      organization: { name: 'x', fullname: LONG },
      abstract: 'A sentence of an abstract that is long. '.repeat(40),
    },
    { tags: TAGS, status: 'reading', note: 'a note' },
  );
  stage.library.add(
    { id: 'arxiv:2504.00011', title: 'B', organization: { name: 'y', fullname: `${LONG} II` } },
    { tags: [`${LONG}/below`], status: 'to-read' },
  );
}

const inside = (part: Element, around: Element): boolean => {
  const [a, b] = [part.getBoundingClientRect(), around.getBoundingClientRect()];
  return a.left >= b.left - 0.5 && a.right <= b.right + 0.5;
};

test.each([235, 320, 700, 800, 1000, 1280, 1920])(
  '%d pixels wide, every count is whole and within its column, however long its label',
  async (width) => {
    await page.viewport(width, 700);
    fill();
    await open(stage);
    const filters = page.getByRole('button', { name: 'Filters' });
    if (width < 700) await filters.click();
    await expect.poll(() => stage.place.querySelectorAll('.facet-count').length).toBeGreaterThan(6);
    const side = stage.place.querySelector('.side-body') ?? stage.place;
    for (const count of stage.place.querySelectorAll('.facet-count')) {
      expect(inside(count, side), count.textContent).toBe(true);
      expect(count.scrollWidth, count.textContent).toBeLessThanOrEqual(count.clientWidth + 1);
    }
    expect(side.scrollWidth).toBeLessThanOrEqual(side.clientWidth);
  },
);

test.each([235, 320, 360, 500, 640, 700, 800, 1000, 1280, 1920])(
  '%d pixels wide, a chip can be read, and what has no room is counted',
  async (width) => {
    await page.viewport(width, 700);
    fill();
    await open(stage);
    for (const reading of [false, true]) {
      if (reading && width < 1_000) continue; // the pane is over the list
      if (reading) await userEvent.keyboard('j');
      for (const row of rows(stage.place)) {
        const meta = row.querySelector('.row-meta');
        const chips = [...row.querySelectorAll('.row-tag')];
        if (meta === null || chips.length === 0) continue;
        for (const chip of chips) {
          const isWhole = chip.scrollWidth <= chip.clientWidth;
          if (!isWhole) expect(chip.clientWidth).toBeGreaterThanOrEqual(READABLE - 3);
          expect(inside(chip, meta), chip.textContent).toBe(true);
        }
        const more = row.querySelector('.row-more');
        if (more !== null) expect(inside(more, meta), more.textContent).toBe(true);
        const tags = row.textContent?.includes('A title') ? TAGS.length : 1;
        if (row.textContent?.includes('A title'))
          expect(chips.length + Number(more?.textContent?.slice(1) ?? 0)).toBe(tags);
      }
    }
  },
);

test.each(['ltr', 'rtl'])(
  'chips end where their line does, one gap apart, whatever script they are in (%s)',
  async (direction) => {
    document.documentElement.dir = direction;
    await page.viewport(1280, 700);
    const lists = [['rl', 'المراجعة'], ['المراجعة'], ['المراجعة', 'rl', '多模态']];
    for (const [at, tags] of lists.entries())
      stage.library.add({ id: `arxiv:2504.0002${at}`, title: `Chips ${at}` }, { tags });
    await open(stage);
    const isRtl = direction === 'rtl';
    for (const row of rows(stage.place).filter((one) => one.textContent?.includes('Chips'))) {
      const chips = [...row.querySelectorAll('.row-tag')].map((one) => one.getBoundingClientRect());
      const line = row.querySelector('.row-meta')?.getBoundingClientRect() ?? new DOMRect();
      const inOrder = isRtl ? chips.toReversed() : chips;
      const end = isRtl
        ? (inOrder[0]?.left ?? 0) - line.left
        : line.right - (chips.at(-1)?.right ?? 0);
      expect(end).toBeCloseTo(0, 0);
      for (const [n, chip] of inOrder.entries())
        if (n > 0) expect(chip.left - (inOrder[n - 1]?.right ?? 0)).toBeCloseTo(5, 0);
    }
    document.documentElement.dir = '';
  },
);

test('the pane is there when a paper is, and the reader can close it', async () => {
  await page.viewport(1280, 800);
  fill();
  await open(stage);
  const widthOf = (name: string): number =>
    stage.place.querySelector(name)?.getBoundingClientRect().width ?? 0;
  const pane = page.getByRole('region', { name: 'Selected paper' });
  expect(widthOf('.paper-grid')).toBeGreaterThan(1_000);
  await expect.element(pane).not.toBeInTheDocument();
  await userEvent.tab(); // wherever the focus goes, it opens nothing
  await page.getByRole('grid').element().focus();
  await expect.element(pane).not.toBeInTheDocument();
  await userEvent.keyboard('j');
  await expect.element(pane).toBeInTheDocument();
  await page.getByRole('button', { name: 'Close the paper' }).click();
  await expect.element(pane).not.toBeInTheDocument();
  await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('grid');
  await userEvent.keyboard('jj'); // whoever closed it goes on without it
  await expect.element(pane).not.toBeInTheDocument();
  await userEvent.keyboard('o');
  await expect.element(pane).toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  await expect.element(pane).toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  await expect.element(pane).not.toBeInTheDocument();
});

test('a pane that is opened again does not do what the last one was asked for', async () => {
  await page.viewport(1280, 800);
  await open(stage);
  await userEvent.keyboard('jn');
  await expect.poll(() => document.activeElement?.tagName).toBe('TEXTAREA');
  await userEvent.keyboard('{Escape}{Escape}');
  await page.getByRole('button', { name: 'Close the paper' }).click();
  await userEvent.keyboard('j');
  await page.getByRole('row').first().click();
  await expect.element(page.getByRole('region', { name: 'Selected paper' })).toBeInTheDocument();
  expect(document.activeElement?.tagName).not.toBe('TEXTAREA');
});

test('abstract, note and history of a paper are in sight at once', async () => {
  await page.viewport(1280, 800);
  fill();
  await open(stage);
  await userEvent.keyboard('jj');
  const heading = (name: string) => page.getByRole('heading', { name, exact: true });
  await expect.element(heading('Abstract')).toBeInTheDocument();
  for (const name of ['Abstract', 'Note']) {
    expect(heading(name).element().getBoundingClientRect().bottom, name).toBeLessThan(720);
  }
  const abstract = stage.place.querySelector('.abstract');
  expect(abstract?.clientHeight).toBeLessThan(abstract?.scrollHeight ?? 0);
  await page.getByRole('button', { name: 'Show the whole abstract' }).click();
  expect(abstract?.clientHeight).toBe(abstract?.scrollHeight);
});

test('no control of the left column lies under its foot while it has the focus', async () => {
  await page.viewport(1280, 480);
  fill();
  await open(stage);
  await expect.poll(() => stage.place.querySelectorAll('.facet-count').length).toBeGreaterThan(6);
  const controls = [...stage.place.querySelectorAll<HTMLElement>('.side :is(a, button)')];
  for (const control of controls) {
    control.focus();
    control.scrollIntoView({ block: 'nearest' });
    const { left, top, bottom } = control.getBoundingClientRect();
    for (const y of [top + 2, bottom - 2]) {
      const seen = document.elementFromPoint(left + 8, y);
      expect(control.contains(seen), control.textContent ?? '').toBe(true);
    }
  }
});

test('titles and names are shown in their own direction', async () => {
  stage.library.add(
    { id: 'arxiv:2504.00012', title: 'التعلم المعزز (RLHF)', authors: ['أحمد علي'] },
    { tags: ['المراجعة'] },
  );
  await open(stage);
  const row = rows(stage.place).find(({ textContent }) => textContent?.includes('RLHF'));
  for (const part of ['.row-title', '.row-who', '.row-tag']) {
    const element = row?.querySelector(part) ?? document.body;
    expect(getComputedStyle(element).direction, part).toBe('rtl');
  }
});

test('by keyboard, one ring is around what has the focus', async () => {
  await page.viewport(1280, 800);
  fill();
  await open(stage);
  await userEvent.keyboard('jj');
  await expect.element(page.getByRole('heading', { name: 'Note' })).toBeInTheDocument();
  await userEvent.keyboard('/');
  const rings = new Map<string, number>();
  for (let turn = 0; turn < 60; turn++) {
    const { activeElement } = document;
    // The ring of a status is around what stands for its radio button, that of the list around its row.
    const isOther = activeElement?.matches('[type=radio], [role=grid]');
    if (activeElement && activeElement !== document.body && !isOther)
      rings.set(activeElement.outerHTML.slice(0, 90), ringsAround(activeElement).length);
    await userEvent.tab();
  }
  expect(rings.size).toBeGreaterThan(20);
  const others = [...rings].filter(([, count]) => count !== 1);
  expect(others.map(([what, count]) => `${count}: ${what}`)).toEqual([]);
});
