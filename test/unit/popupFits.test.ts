import { beforeEach, describe, expect, test } from 'vitest';
import { createFittingPapers, type Said } from '../../lib/views/fittingPapers';
import { createPopup, type Popup } from '../../lib/views/popup';
import { fakeLibrary } from '../fakes/library';
import { fakeSearch } from '../fakes/searching';

let view: Popup;
let choice: 'page' | 'list' | null;

beforeEach(() => {
  const library = fakeLibrary();
  choice = null;
  view = createPopup({
    reader: library.reader,
    source: fakeSearch(library),
    send: library.send,
    readListing: () => Promise.resolve(null),
    choice: {
      read: () => choice,
      write: (tab) => {
        choice = tab;
      },
    },
    now: () => new Date('2026-05-01T00:00:00Z'),
  });
});

function offer(read: () => Promise<Said[]>): void {
  view.offer((listed, onChange) => createFittingPapers(read, listed, onChange));
}

/** Lets everything that is under way come to its end. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setTimeout(resolve));
}

describe('what is worth a look', () => {
  const D = 'arxiv:2504.00004' as const;
  const paper = { id: D, title: 'Delta', authors: [] };

  test('is a tab once it is known, read when it is picked, and never the first', async () => {
    await view.open();
    expect(view.state().fit).toBeNull();
    let reads = 0;
    offer(async () => {
      reads += 1;
      return [[paper, null]];
    });
    expect(view.state().fit?.phase).toBe('loading');
    expect(reads).toBe(0);
    view.pick('fit');
    await settle();
    expect(view.state().fit).toEqual({ phase: 'ready', ids: [D] });
    expect(view.paper(D)?.paper.title).toBe('Delta');
    expect(choice).toBeNull();
    await view.changed('all');
    expect(reads).toBe(2);
  });

  test('says where it cannot be read, and can be read again', async () => {
    await view.open();
    let fails = true;
    offer(() => (fails ? Promise.reject(new Error('gone')) : Promise.resolve([[paper, null]])));
    view.pick('fit');
    await settle();
    expect(view.state().fit?.phase).toBe('failed');
    fails = false;
    await view.open();
    expect(view.state().fit?.ids).toEqual([D]);
  });
});
