import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { paperOfPdf } from '../../lib/sites/pdf';
import { patchAnnotation } from '../../lib/store/commands/patchAnnotation';
import { showPapers } from '../../lib/store/commands/showPapers';
import { readShown, rememberPart } from '../../lib/store/tabPapers';
import { createPdfTabs } from '../../lib/worker/pdfTabs';
import { clock, freshDatabase, id, paper } from './support';

beforeEach(() => fakeBrowser.reset());

const pdfOf = (n: number): string => `https://arxiv.org/pdf/${id(n).slice('arxiv:'.length)}v2`;
const badge = (): Promise<string> => fakeBrowser.action.getBadgeText({ tabId: 7 });

function start() {
  const db = freshDatabase();
  const { now } = clock();
  const look = createPdfTabs({ db, now }, paperOfPdf);
  const visit = (url: string | undefined, incognito = false) => look(7, { url, incognito });
  return { db, now, visit };
}

test('a tab with a PDF shows its paper, and what is not known of it is met later', async () => {
  const { db, now, visit } = start();
  await visit(pdfOf(1));
  expect((await readShown(7))?.ids).toEqual([id(1)]);
  expect(await badge()).toBe('');
  expect((await db.papers.get(id(1)))?.paper.title).toBe(`arXiv ${id(1).slice('arxiv:'.length)}`);
  await patchAnnotation(db, { id: id(1), patch: { starred: true } }, now);
  const address = 'https://arxiv.org/list/cs/new';
  await showPapers(db, { address, ids: [id(1)], papers: [paper(1)] }, now);
  expect((await db.papers.get(id(1)))?.paper).toEqual(paper(1, { version: 2, versionRead: 2 }));
});

test('the badge says that it is in the library, and a known title stays', async () => {
  const { db, now, visit } = start();
  await patchAnnotation(db, { id: id(1), patch: { starred: true }, paper: paper(1) }, now);
  await visit(pdfOf(1));
  expect(await badge()).toBe('★');
  expect((await db.papers.get(id(1)))?.paper).toEqual(paper(1, { version: 2, versionRead: 2 }));
});

test.each([
  ['a page of the site that is not read', 'https://arxiv.org/help'],
  ['another site', 'https://example.org/'],
  ['a page that we may not know', undefined],
])('a PDF that is left for %s is shown no longer', async (_, address) => {
  const { visit } = start();
  await visit(pdfOf(1));
  await visit(address);
  expect(await readShown(7)).toBeNull();
});

test('a listing is left alone: it tells itself what it shows', async () => {
  const { visit } = start();
  const listing = { origin: 'https://arxiv.org', listing: '/list/cs/new', ids: [id(1), id(2)] };
  await rememberPart(7, listing, 0, 2);
  await visit('https://arxiv.org/list/cs/new');
  expect((await readShown(7))?.ids).toEqual([id(1), id(2)]);
});

test('of two addresses that come at once the second counts', async () => {
  const { visit } = start();
  await Promise.all([visit(pdfOf(1)), visit(pdfOf(2))]);
  expect((await readShown(7))?.ids).toEqual([id(2)]);
});

test('what the page tells that the tab went on to stays, however late the PDF is noted', async () => {
  const { visit } = start();
  const listing = { origin: 'https://arxiv.org', listing: '/list/cs/new', ids: [id(1), id(2)] };
  const looks = [visit(pdfOf(3)), visit('https://arxiv.org/list/cs/new')];
  await rememberPart(7, listing, 0, 2);
  await Promise.all(looks);
  expect((await readShown(7))?.ids).toEqual([id(1), id(2)]);
});

test('in a private window nothing is written', async () => {
  const { db, visit } = start();
  await visit(pdfOf(1), true);
  expect(await readShown(7)).toMatchObject({ ids: [id(1)], isPrivate: true });
  expect([await db.papers.count(), await db.history.count()]).toEqual([0, 0]);
});
