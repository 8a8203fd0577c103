import { render } from 'preact';
import { beforeEach, expect, test } from 'vitest';
import { StatisticsPage } from '../../components/statistics/StatisticsPage';
import type { StatisticsState } from '../../lib/views/statistics/statistics';
import { lastWeeks } from '../../lib/views/statistics/weeks';
import '../../components/tokens.css';
import '../../components/list/list.css';
import { accessibilityProblems } from './accessibility';
import { takeEnglishTexts } from './englishTexts';

const WEEKS = lastWeeks(26, new Date(2026, 3, 16));
const bar = <T,>(of: T, query: string, count: number) => ({ of, query, count });

const FULL: StatisticsState = {
  failed: false,
  figures: [
    bar('all', '', 1_284),
    bar('starred', 'is:starred', 903),
    bar('read', 'is:read', 312),
    bar('noted', 'is:noted', 148),
  ],
  weeks: WEEKS.map((week, at) =>
    bar(week, `is:starred added:${week.from}..${week.to}`, at === 4 ? 0 : ((at * 7) % 23) + 3),
  ),
  statuses: [
    bar('to-read', 'is:to-read', 420),
    bar('reading', 'is:reading', 22),
    bar('read', 'is:read', 312),
    bar(null, '-is:to-read -is:reading -is:read', 530),
  ],
  tags: ['rl/offline', 'a tag with quite a long name that does not fit', 'survey', '机器学习'].map(
    (tag, at) => bar(tag, `tag:"${tag}"`, 90 - at * 20),
  ),
  organizations: [
    bar('Google DeepMind', 'org:"Google DeepMind"', 61),
    bar('NVIDIA', 'org:NVIDIA', 12),
  ],
  sites: [bar('Hugging Face', 'site:"Hugging Face"', 800), bar('arXiv', 'site:arXiv', 300)],
  years: [
    bar({ before: 2011 }, 'year:1999..2010', 4),
    ...Array.from({ length: 16 }, (_, at) => bar(2011 + at, `year:${2011 + at}`, at * at)),
  ],
};

let box: HTMLElement;
beforeEach(() => {
  takeEnglishTexts();
  document.body.replaceChildren();
  document.body.style.cssText = 'margin: 0; background: var(--surface)';
  const title = document.createElement('h1'); // the library's
  title.textContent = 'Asterism';
  box = document.createElement('div');
  const main = document.createElement('main');
  main.append(title, box);
  document.body.append(main);
});

function show(state: StatisticsState): void {
  const hrefOf = (query: string): string => `#/?q=${encodeURIComponent(query)}`;
  render(<StatisticsPage {...state} hrefOf={hrefOf} onRetry={() => {}} />, box);
}

const tables = (): HTMLTableElement[] => [...box.querySelectorAll('table')];

test('each chart has a table with its name, and the same numbers', () => {
  show(FULL);
  expect(tables()).toHaveLength(6);
  const charts = [...box.querySelectorAll('.chart')];
  for (const chart of charts) {
    expect(chart.querySelector('caption')?.textContent).toBe(
      chart.querySelector('h3')?.textContent,
    );
  }
  const [weeks] = tables();
  const numbers = [...(weeks?.querySelectorAll('tbody td') ?? [])].map((one) => one.textContent);
  expect(numbers).toEqual(FULL.weeks?.map(({ count }) => String(count)));
});

test('each bar that counts a paper is a link to its search, drawn and in the table', () => {
  show(FULL);
  const drawn = [...(box.querySelectorAll('svg')[0]?.querySelectorAll('a') ?? [])];
  expect(drawn).toHaveLength(25); // one week had none
  expect(drawn.at(-1)?.getAttribute('href')).toBe(
    '#/?q=is%3Astarred%20added%3A2026-04-13..2026-04-19',
  );
  expect(drawn.at(-1)?.getAttribute('aria-label')).toBe('Week of Apr 13, 2026: 17');
  const rows = [...(tables()[1]?.querySelectorAll('a') ?? [])].map((one) =>
    one.getAttribute('href'),
  );
  expect(rows).toEqual(FULL.statuses?.map(({ query }) => `#/?q=${encodeURIComponent(query)}`));
  expect(box.querySelectorAll('.figures a')).toHaveLength(4);
});

test('the drawing says the numbers: of two columns the one with more papers is higher', () => {
  show(FULL);
  const columns = [...(box.querySelectorAll('svg')[0]?.querySelectorAll('.column') ?? [])];
  const heights = columns.map((one) => Number(one.getAttribute('height')));
  const counts = FULL.weeks?.map(({ count }) => count) ?? [];
  for (const [at, count] of counts.entries()) {
    for (const [other, more] of counts.entries()) {
      if (more > count) expect(heights[other]).toBeGreaterThan(heights[at] ?? 0);
    }
  }
});

test('what is still being counted says so, and what has nothing to draw', () => {
  show({ ...FULL, weeks: null, tags: [] });
  const busy = [...box.querySelectorAll('.chart[aria-busy="true"]')];
  expect(busy).toHaveLength(1);
  expect(box.textContent).toContain('Nothing to count yet');
});

test('weeks without a star are a sentence, not an empty drawing', () => {
  show({ ...FULL, weeks: (FULL.weeks ?? []).map((one) => ({ ...one, count: 0 })) });
  expect(box.textContent).toContain('No stars in the last 26 weeks.');
  expect(box.querySelectorAll('svg')).toHaveLength(1);
});

test('an empty library says what there will be, and one that cannot be read offers to try again', () => {
  const none = (FULL.figures ?? []).map((one) => ({ ...one, count: 0 }));
  show({ ...FULL, figures: none });
  expect(box.textContent).toContain('Your library is empty');
  expect(box.querySelectorAll('.chart')).toHaveLength(0);
  show({ ...FULL, failed: true });
  expect(box.querySelector('[role="alert"] button')).not.toBeNull();
});

test.each([235, 320, 1000, 1900])(
  'it has room at %i pixels, and no name runs into a number',
  (width) => {
    box.style.width = `${width}px`;
    show(FULL);
    expect(box.scrollWidth).toBeLessThanOrEqual(width);
    for (const row of box.querySelectorAll('.bar-table tbody tr')) {
      const [name, number] = [row.querySelector('th'), row.querySelector('.bar-count')];
      const end = number?.getBoundingClientRect().right ?? 0;
      expect(end).toBeLessThanOrEqual(
        (row.closest('.chart')?.getBoundingClientRect().right ?? 0) + 0.5,
      );
      expect(name?.getBoundingClientRect().right).toBeLessThanOrEqual(
        (row.querySelector('td')?.getBoundingClientRect().left ?? 0) + 0.5,
      );
    }
  },
);

test.each(['light', 'dark'] as const)(
  'it passes an accessibility audit in the %s theme',
  async (scheme) => {
    document.documentElement.style.colorScheme = scheme;
    show(FULL);
    for (const one of box.querySelectorAll('details')) one.open = true;
    expect(await accessibilityProblems()).toEqual([]);
  },
);
