import { beforeEach, describe, expect, test } from 'vitest';
import { failure } from '../../lib/messages/result';
import { emptyAnnotation } from '../../lib/papers/annotation';
import type { PaperId } from '../../lib/papers/ids';
import { createTrash, type Trash } from '../../lib/views/trash';
import { takeEnglishTexts } from '../component/englishTexts';
import { type FakeOrganized, fakeDeps, fakeOrganized } from '../fakes/organizing';

const NOW = new Date('2026-05-01T12:00:00Z');
const idOf = (index: number): PaperId => `hf:paper-${index}`;
let organized: FakeOrganized;
let told: ReturnType<typeof fakeDeps>['told'];
let trash: Trash;

function fill(count: number, trashedAt = '2026-04-30T12:00:00Z'): void {
  organized.trash = Array.from({ length: count }, (_, index) => ({
    id: idOf(index),
    paper: { id: idOf(index), title: `Paper ${index}`, authors: [] },
    annotation: emptyAnnotation(trashedAt),
    trashedAt,
  }));
}

beforeEach(() => {
  takeEnglishTexts();
  organized = fakeOrganized();
  const made = fakeDeps(organized);
  told = made.told;
  trash = createTrash({ ...made.deps, now: () => NOW });
});

describe('what is in the trash', () => {
  test.each([
    ['2026-05-01T11:59:59Z', 30],
    ['2026-04-30T12:00:01Z', 30],
    ['2026-04-30T12:00:00Z', 29],
    ['2026-04-01T12:00:01Z', 1],
    ['2026-04-01T11:00:00Z', 0],
    ['2026-05-02T00:00:00Z', 30],
  ])('removed %s has %d days left', async (at, days) => {
    fill(1, at);
    await trash.open();
    expect(trash.state().bookmarks[0]?.daysLeft).toBe(days);
  });

  test('is shown in parts', async () => {
    fill(450);
    await trash.open();
    expect(trash.state()).toMatchObject({ phase: 'ready', more: true });
    expect(trash.state().bookmarks).toHaveLength(200);
    await trash.more();
    await trash.more();
    expect(trash.state().bookmarks).toHaveLength(450);
    expect(trash.state().more).toBe(false);
  });

  test('can be asked for again where it could not be read', async () => {
    organized.broken = true;
    await trash.open();
    expect(trash.state().phase).toBe('failed');
    organized.broken = false;
    await trash.changed('all');
    expect(trash.state()).toMatchObject({ phase: 'ready', bookmarks: [] });
  });
});

describe('comes back', () => {
  beforeEach(async () => {
    fill(450);
    await trash.open();
  });

  test('one by one, which can be taken back', async () => {
    trash.select(idOf(0), true);
    trash.select(idOf(1), true);
    await trash.restore([idOf(0)]);
    expect(organized.trash).toHaveLength(449);
    expect(trash.state().selected).toEqual(new Set([idOf(1)]));
    expect(told.at(-1)).toMatchObject({ text: 'Restored 1 paper.', action: { text: 'Undo 9' } });
  });

  test('all that is selected', async () => {
    trash.selectAll(true);
    expect(trash.state().selected.size).toBe(200);
    await trash.restore([...trash.state().selected]);
    expect(organized.trash).toHaveLength(250);
    expect(trash.state().selected.size).toBe(0);
  });

  test('all, what is not shown included', async () => {
    await trash.restoreAll();
    expect(organized.trash).toEqual([]);
    expect(told.at(-1)?.text).toBe('Restored 450 papers.');
  });
});

describe('goes for good', () => {
  beforeEach(async () => {
    fill(3);
    await trash.open();
  });

  test('only after a question', async () => {
    trash.askEmpty('all');
    expect(trash.state().asking).toEqual({ ids: 'all' });
    trash.cancel();
    await trash.confirm();
    expect(organized.sent).toEqual([]);
  });

  test('in part or all', async () => {
    trash.askEmpty([idOf(1)]);
    await trash.confirm();
    expect(organized.trash.map(({ paper }) => paper.id)).toEqual([idOf(0), idOf(2)]);
    trash.askEmpty('all');
    await trash.confirm();
    expect(trash.state().bookmarks).toEqual([]);
    expect(told.at(-1)?.text).toBe('Deleted 2 papers for good.');
  });

  test('and what is brought back only when it is tried again is not shown any more', async () => {
    organized.failWith = failure('full', '');
    await trash.restore([idOf(0)]);
    expect(trash.state().bookmarks).toHaveLength(3);
    organized.failWith = null;
    told.at(-1)?.action?.run();
    await expect.poll(() => trash.state().bookmarks).toHaveLength(2);
  });

  test('or stays where that fails, which is said', async () => {
    organized.failWith = failure('storage', '');
    trash.askEmpty('all');
    await trash.confirm();
    expect(told.at(-1)?.kind).toBe('error');
    expect(trash.state().bookmarks).toHaveLength(3);
  });
});
