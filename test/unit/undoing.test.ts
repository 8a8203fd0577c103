import { beforeEach, expect, test } from 'vitest';
import { type Annotating, createAnnotating } from '../../lib/views/annotating';
import { createNotices, type Notices } from '../../lib/views/notices';
import { type FakeLibrary, fakeLibrary } from '../fakes/library';

const A = 'arxiv:2504.00001' as const;
const B = 'arxiv:2504.00002' as const;

let library: FakeLibrary;
let notices: Notices;
let annotating: Annotating;

beforeEach(async () => {
  library = fakeLibrary();
  library.add({ id: A, title: 'Alpha' });
  library.add({ id: B, title: 'Beta' });
  notices = createNotices(() => {});
  annotating = createAnnotating({
    send: library.send,
    now: () => new Date('2026-05-01T00:00:00Z'),
    notices,
    onChange: () => {},
    onTouched: async () => {},
    onEmptied: () => {},
    onHold: () => {},
    onPatch: () => {},
  });
  annotating.patch(A, { status: 'read' });
  await settle();
});

/** Lets everything that is under way come to its end. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 100; turn++) await Promise.resolve();
}

const statusOf = (id: typeof A | typeof B) => library.bookmarks.get(id)?.annotation.status;

test.each<[string, () => void]>([
  ['an edit', () => annotating.patch(B, { status: 'reading' })],
  ['a removal', () => void annotating.remove(B)],
])('%s that is still on its way is taken back, and not the step before it', async (_, act) => {
  let answer = (): void => {};
  library.gate = new Promise((resolve) => {
    answer = resolve;
  });
  act();
  const undoing = annotating.undo();
  answer();
  await undoing;
  expect(statusOf(A)).toBe('read');
  expect(library.bookmarks.get(B)?.annotation).toMatchObject({ starred: true, status: null });
});

test('asked for twice at once, two steps are taken back', async () => {
  annotating.patch(B, { status: 'reading' });
  await settle();
  await Promise.all([annotating.undo(), annotating.undo()]);
  expect([statusOf(A), statusOf(B)]).toEqual([null, null]);
  expect(notices.toast()).toBeNull();
});

test('where there is no step any more, that is said', async () => {
  await annotating.undo();
  await annotating.undo();
  expect(notices.said().text).toBe('nothingToUndo');
});
