import { describe, expect, test, vi } from 'vitest';
import { failure, success } from '../../lib/messages/result';
import { emptyAnnotation } from '../../lib/papers/annotation';
import type { PaperId } from '../../lib/papers/ids';
import type { Paper } from '../../lib/papers/paper';
import { hasSameTitle, keptId } from '../../lib/papers/samePaper';
import { createSamePaper } from '../../lib/views/samePaper';

const ARXIV: PaperId = 'arxiv:2504.00001';
const FORUM: PaperId = 'openreview:aBcD1234eF';
const OTHER: PaperId = 'acl:2021.naacl-main.208';
const TITLE = 'Trees that Search Themselves';
const paper = (id: PaperId, title = TITLE): Paper => ({ id, title, authors: [] });

test.each([
  ['Trees that Search', 'trees  that search!', true],
  ['Schrödinger Bridges, Again', 'SCHRODINGER BRIDGES AGAIN', true],
  ['Trees that Search', 'Trees that Search More', false],
  ['A Reply', 'A Reply', false], // says too little
  ['', '', false],
])('"%s" and "%s": the same title %s', (one, other, same) => {
  expect(hasSameTitle(one, other)).toBe(same);
});

test('arXiv’s id stays, else that of the paper that is read', () => {
  expect(keptId(FORUM, ARXIV)).toBe(ARXIV);
  expect(keptId(ARXIV, FORUM)).toBe(ARXIV);
  expect(keptId(FORUM, OTHER)).toBe(FORUM);
});

describe('the pane', () => {
  const close = vi.fn();

  /** Papers that a search for the title finds, and those of them that are bookmarks. */
  function here(
    papers: Paper[],
    bookmarks: PaperId[],
    send = vi.fn(async () => success({ undo: 7 })),
  ) {
    const read = vi.fn();
    const show = vi.fn();
    const stepped = vi.fn(() => undefined);
    const annotation = emptyAnnotation('2026-05-01T00:00:00.000Z');
    const same = createSamePaper({
      search: () => ({
        search: (_, heard) =>
          heard({
            ids: papers.map(({ id }) => id),
            total: papers.length,
            facets: null,
            unreadable: [],
            rest: 0,
            isCurrent: true,
          }),
        stop: () => {},
        close,
      }),
      reader: {
        papers: async (ids) => papers.filter(({ id }) => ids.includes(id)),
        bookmarks: async (ids) =>
          papers
            .filter(({ id }) => ids.includes(id) && bookmarks.includes(id))
            .map((one) => ({ paper: one, annotation })),
      },
      send: send as never, // answers to one message
      annotating: { stepped },
      notices: { show },
      read,
    });
    return { same, send, read, show, stepped };
  }

  test('offers a bookmark of the same title, and merges it into the one that is read', async () => {
    const { same, send, read, stepped } = here([paper(OTHER), paper(FORUM)], [OTHER, FORUM]);
    await same.find(paper(FORUM));
    expect(same.other()?.id).toBe(OTHER);
    expect(send).not.toHaveBeenCalled(); // never unasked
    await same.merge();
    expect(send).toHaveBeenCalledExactlyOnceWith('paper.merge', { from: OTHER, into: FORUM });
    expect(stepped).toHaveBeenCalledWith(7);
    expect(read).not.toHaveBeenCalled();
    expect(same.other()).toBeNull();
  });

  test('offers arXiv’s paper of the history, and goes to it', async () => {
    const { same, send, read } = here([paper(FORUM), paper(ARXIV)], [FORUM]);
    await same.find(paper(FORUM));
    await same.merge();
    expect(send).toHaveBeenCalledExactlyOnceWith('paper.merge', { from: FORUM, into: ARXIV });
    expect(read).toHaveBeenCalledExactlyOnceWith(ARXIV);
  });

  test.each<[string, Paper[], PaperId[]]>([
    ['itself', [paper(FORUM)], [FORUM]],
    ['another title that begins so', [paper(OTHER, `${TITLE} Again`)], [OTHER]],
    ['one of the history that would not stay', [paper(OTHER)], []],
  ])('does not offer %s', async (_, papers, bookmarks) => {
    const { same } = here(papers, bookmarks);
    await same.find(paper(FORUM));
    expect(same.other()).toBeNull();
    expect(close).toHaveBeenCalled();
  });

  test('forgets what it found for another paper, and says what failed', async () => {
    const send = vi.fn(async () => failure('full', ''));
    const { same, show } = here([paper(OTHER)], [OTHER], send as never);
    const finding = same.find(paper(FORUM));
    same.forget();
    await finding;
    expect(same.other()).toBeNull();
    await same.find(paper(FORUM));
    await same.merge();
    expect(show).toHaveBeenCalledWith('error', expect.anything());
    expect(same.other()?.id).toBe(OTHER);
  });
});
