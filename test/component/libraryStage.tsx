import { render } from 'preact';
import { afterEach, beforeEach, expect } from 'vitest';
import { page } from 'vitest/browser';
import '../../components/tokens.css';
import '../../components/annotation/annotation.css';
import '../../components/list/list.css';
import '../../components/library/library.css';
import '../../entrypoints/library/layout.css';
import '../../entrypoints/library/narrow.css';
import { addressBar } from '../../entrypoints/library/addressBar';
import type { Environment } from '../../entrypoints/library/environment';
import { LibraryPage } from '../../entrypoints/library/LibraryPage';
import type { Change } from '../../lib/messages/announce';
import type { Annotation } from '../../lib/papers/annotation';
import type { PaperId } from '../../lib/papers/ids';
import type { RankingParts } from '../../lib/store/rankingRows';
import { createLibrary, type Library } from '../../lib/views/library/library';
import { type FakeLibrary, fakeLibrary } from '../fakes/library';
import { type FakeSearch, fakeSearch } from '../fakes/searching';
import { takeEnglishTexts } from './englishTexts';

/** The papers in the library when a test begins: Alpha, Beta and Gamma, starred in this order; Halo is history. */
export const A = 'arxiv:2504.00001' as const;
export const B = 'arxiv:2504.00002' as const;
export const C = 'arxiv:2504.00003' as const;
export const H = 'arxiv:2504.00009' as const;

/** A library page over a library in memory, again for each test. */
export interface LibraryStage {
  library: FakeLibrary;
  search: FakeSearch;
  view: Library;
  place: HTMLElement;
  /** Whether keys of one letter are on. */
  singleKeys: boolean;
  /** What was learned from the library. */
  ranking: RankingParts | null;
  /** Aborts when the page is closed. */
  closing: AbortController;
}

const none = async (): Promise<never[]> => [];

/** Sets the stage for the tests of a file. */
export function libraryStage(): LibraryStage {
  const stage = {} as LibraryStage; // set before each test

  beforeEach(async () => {
    takeEnglishTexts();
    await page.viewport(1200, 700);
    document.documentElement.lang = 'en';
    document.title = 'Asterism library';
    stage.place = document.createElement('div');
    document.body.append(stage.place);
    stage.library = fakeLibrary();
    stage.search = fakeSearch(stage.library);
    stage.singleKeys = true;
    stage.ranking = null;
    stage.closing = new AbortController();
    fill(stage.library);
    history.replaceState(null, '', '#/');
  });
  afterEach(() => {
    stage.closing.abort();
    render(null, stage.place);
    stage.place.remove();
    document.documentElement.style.colorScheme = '';
    history.replaceState(null, '', '#');
  });
  return stage;
}

function fill(library: FakeLibrary): void {
  library.add({
    id: A,
    title: 'Alpha <b>bold</b>',
    authors: ['Ada', 'Ben', 'Cy', 'Di', 'Ed'],
    publishedAt: '2024-04-16',
    upvotes: 12,
  });
  const organization = { name: 'x', fullname: 'X Labs' };
  library.add({ id: B, title: 'Beta', organization }, { tags: ['rl'], status: 'to-read' });
  library.add({ id: C, title: 'Gamma', publishedAt: '2025-01-02' }, { note: 'see alpha' });
  library.history.set(H, { id: H, title: 'Halo', authors: [] });
}

/** Adds many papers to the library: "Paper 0" is the last in its order. */
export function addMany({ library }: LibraryStage, count: number): void {
  for (let n = 0; n < count; n++) {
    const [month, number] = [
      String(1 + Math.floor(n / 10_000)).padStart(2, '0'),
      10_000 + (n % 10_000),
    ];
    library.add({ id: `arxiv:25${month}.${number}`, title: `Paper ${n}` });
  }
}

/** Opens the page, and waits until it has read everything. */
export async function open(stage: LibraryStage, hash = '#/'): Promise<void> {
  const { library, search } = stage;
  history.replaceState(null, '', hash);
  const heard = new Set<(change: Change) => void>();
  let jobs = 0;
  const environment: Environment = {
    reader: {
      ...library.reader,
      history: none,
      eventsOf: none,
      searches: none,
      tagColours: none,
      trash: none,
      scan: async (visit) => visit([...library.bookmarks.values()]),
    },
    ranking: { parts: async () => stage.ranking },
    app: { name: 'Asterism', version: '0.1.0' },
    send: library.send,
    now: () => new Date('2026-05-01T00:00:00Z'),
    newJob: () => `job ${++jobs}`,
    onProgress: () => {},
    onChange: (hear, signal) => {
      heard.add(hear);
      signal.addEventListener('abort', () => heard.delete(hear));
    },
  };
  const place = addressBar(window, () => view.arrived(), stage.closing.signal);
  const view = createLibrary({ ...environment, source: search, place });
  stage.view = view;
  library.onChange = async (change) => {
    for (const hear of heard) hear(change);
    await view.changed(change);
  };
  await view.open();
  render(
    <LibraryPage
      view={view}
      environment={environment}
      singleKeys={{
        read: () => stage.singleKeys,
        write: (on) => {
          stage.singleKeys = on;
        },
      }}
      onSettings={() => {}}
      onImport={() => {}}
    />,
    stage.place,
  );
  if (!library.broken) await expect.poll(() => view.state().results.total).not.toBeNull();
  await expect.poll(() => view.state().tags.length).toBeGreaterThan(0);
}

/** The titles of the rows that exist, by their place. */
export function titles({ place }: LibraryStage): string[] {
  return rows(place).map((row) => row.querySelector('.row-title')?.textContent ?? '');
}

/** The rows that exist, by their place. */
export function rows(place: HTMLElement): HTMLElement[] {
  return [...place.querySelectorAll<HTMLElement>('.grid-row')].sort(
    (a, b) => Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex')),
  );
}

/** The list. */
export function grid({ place }: LibraryStage): HTMLElement {
  const found = place.querySelector<HTMLElement>('[role="grid"]');
  if (!found) throw new Error('no list');
  return found;
}

/** The title of the row where the keys act, as the list tells a screen reader. */
export function active(stage: LibraryStage): string | undefined {
  const id = grid(stage).getAttribute('aria-activedescendant');
  const row = id === null ? null : document.getElementById(id);
  return row?.querySelector('.row-title')?.textContent;
}

/** What the library has stored of a paper. */
export function stored({ library }: LibraryStage, id: PaperId): Annotation | undefined {
  return library.bookmarks.get(id)?.annotation;
}
