import { render } from 'preact';
import { afterEach, beforeEach, expect, type Mock, vi } from 'vitest';
import { page } from 'vitest/browser';
import '../../components/annotation/annotation.css';
import '../../components/list/list.css';
import '../../components/tokens.css';
import '../../entrypoints/popup/popup.css';
import { Popup } from '../../entrypoints/popup/Popup';
import type { Annotation } from '../../lib/papers/annotation';
import type { PaperId } from '../../lib/papers/ids';
import type { Shown } from '../../lib/store/tabPapers';
import { createPopup, type Popup as PopupView } from '../../lib/views/popup';
import { type FakeLibrary, fakeLibrary } from '../fakes/library';
import { fakeSearch } from '../fakes/searching';
import { takeEnglishTexts } from './englishTexts';

/** The papers in the library when a test begins: Alpha, Beta and Gamma, starred in this order. */
export const A = 'arxiv:2504.00001' as const;
export const B = 'arxiv:2504.00002' as const;
export const C = 'arxiv:2504.00003' as const;

/** A popup over a library in memory, again for each test. */
export interface Stage {
  library: FakeLibrary;
  view: PopupView;
  /** What the reader's tab shows. */
  shown: Shown | null;
  place: HTMLElement;
  onClose: Mock<() => void>;
  /** Whether keys of one letter are on. */
  singleKeys: boolean;
}

/** Sets the stage for the tests of a file. */
export function popupStage(): Stage {
  const stage = { onClose: vi.fn<() => void>() } as Stage; // the rest is set before each test

  beforeEach(async () => {
    takeEnglishTexts();
    await page.viewport(400, 600);
    document.documentElement.lang = 'en';
    document.title = 'Asterism';
    stage.place = document.createElement('div');
    document.body.append(stage.place);
    stage.shown = null;
    stage.onClose.mockClear();
    stage.singleKeys = true;
    stage.library = fakeLibrary();
    fill(stage.library);
  });
  afterEach(() => {
    render(null, stage.place);
    stage.place.remove();
    document.documentElement.style.colorScheme = '';
    delete document.documentElement.dataset['place'];
  });
  return stage;
}

function fill(library: FakeLibrary): void {
  library.add({
    id: A,
    title: 'Alpha <b>bold</b>',
    authors: ['Ada', 'Ben', 'Cy', 'Di', 'Ed'],
    authorCount: 7,
    publishedAt: '2026-04-16',
    githubRepo: 'https://github.com/a/b',
  });
  const organization = { name: 'x', fullname: 'X Labs' };
  library.add({ id: B, title: 'Beta', organization }, { tags: ['rl'], status: 'reading' });
  library.add({ id: C, title: 'Gamma' }, { note: 'see alpha' });
}

/** Opens the popup, and waits until it has read everything. */
export async function open(stage: Stage): Promise<void> {
  const { library } = stage;
  const view = createPopup({
    reader: library.reader,
    source: fakeSearch(library),
    send: library.send,
    readListing: () => Promise.resolve(stage.shown),
    choice: { read: () => null, write: () => {} },
    now: () => new Date('2026-05-01T00:00:00Z'),
  });
  stage.view = view;
  library.onChange = view.changed;
  const nothing = (): void => {};
  render(
    <Popup
      view={view}
      singleKeys={{
        read: () => stage.singleKeys,
        write: (on) => {
          stage.singleKeys = on;
        },
      }}
      onClose={stage.onClose}
      onExport={nothing}
      onImport={nothing}
      onSettings={nothing}
      onLibrary={nothing}
    />,
    stage.place,
  );
  await view.open();
  if (!library.broken) await expect.poll(() => view.state().total).not.toBeNull();
}

/** The titles of the rows, in their order. */
export function titles({ place }: Stage): string[] {
  return [...place.querySelectorAll('.paper-title')].map((title) => title.textContent);
}

/** The title of the row that has the focus, or the name of the element that has it. */
export function focused(): string {
  const { activeElement } = document;
  const row = activeElement?.matches('.paper-row') ? activeElement : null;
  return row?.querySelector('.paper-title')?.textContent ?? activeElement?.localName ?? '';
}

/** What the library has stored of a paper. */
export function stored({ library }: Stage, id: PaperId): Annotation | undefined {
  return library.bookmarks.get(id)?.annotation;
}
