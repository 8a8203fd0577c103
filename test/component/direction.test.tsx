import { render } from 'preact';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import '../../components/options/sections.css';
import { PaperRow } from '../../components/list/PaperRow';
import { Tabs } from '../../components/list/Tabs';
import { SectionList } from '../../components/options/SectionList';
import { emptyAnnotation } from '../../lib/papers/annotation';
import { unmarked } from '../../lib/papers/excerpt';
import { countText } from '../../lib/text/text';
import { takeEnglishTexts } from './englishTexts';

beforeAll(takeEnglishTexts);

function show(content: preact.ComponentChild): HTMLElement {
  const place = document.createElement('div');
  document.body.append(place);
  onTestFinished(() => {
    render(null, place);
    place.remove();
  });
  render(content, place);
  return place;
}

const none = (): void => {};
const actions = {
  patch: none,
  edit: none,
  closeEditor: none,
  remove: none,
  filterByTag: none,
  copy: none,
};

test('in the reading list titles, names, tags and notes are shown in their own direction', () => {
  const at = '2026-01-01T00:00:00.000Z';
  const paper = {
    id: 'arxiv:2504.00001',
    title: 'التعلم المعزز (RLHF)',
    authors: ['أحمد علي'],
  } as const;
  const annotation = { ...emptyAnnotation(at), tags: ['المراجعة'], note: 'ملاحظة: section 3' };
  const place = show(
    <PaperRow
      listed={{
        id: paper.id,
        paper: { ...paper, authors: [...paper.authors] },
        annotation,
        bookmarked: true,
        saving: false,
      }}
      position={1}
      setSize={1}
      active
      inParts={unmarked}
      editing={null}
      tagsInUse={[]}
      actions={actions}
    />,
  );
  for (const part of ['h2', '.authors', '.tag-chip > span', '.note-start > span']) {
    const element = place.querySelector(part);
    expect(element && getComputedStyle(element).direction, part).toBe('rtl');
  }
});

test('numbers are grouped wherever they are said', () => {
  const place = show(
    <Tabs
      tabs={[{ name: 'list', text: 'Reading list', count: 2_000 }]}
      selected="list"
      onPick={none}
      panel="panel"
    />,
  );
  expect(place.textContent).not.toContain('2000');
  expect(place.querySelector('.tab-count')?.textContent).toContain('2,000');
  expect(countText('matches', 12_345)).toContain('12,345');
  expect(countText('bulkTagged', 1_000, 'rl')).toContain('1,000');
});

test.each([
  ['ltr', 'none'],
  ['rtl', '-1 1'],
] as const)('%s: the arrow back to the library points against the line', (dir, scale) => {
  const place = show(
    <div dir={dir}>
      <SectionList sections={[['one', 'One']]} current="one" />
    </div>,
  );
  const arrow = place.querySelector('.to-library .icon');
  expect(arrow && getComputedStyle(arrow).scale).toBe(scale);
});
