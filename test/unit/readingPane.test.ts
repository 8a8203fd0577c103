import { describe, expect, test, vi } from 'vitest';
import { parseMarkdown } from '../../lib/markdown/parse';
import { fakeLibrary } from '../fakes/library';
import { readingOver } from '../fakes/reading';

const A = 'arxiv:2504.00001' as const;
const B = 'arxiv:2504.00002' as const;
const C = 'arxiv:2504.00003' as const;

function stage(load = vi.fn(async () => parseMarkdown)) {
  const library = fakeLibrary();
  library.add({ id: A, title: 'Alpha' }, { note: 'Read *this*\n\n- [ ] task' });
  library.add({ id: B, title: 'Beta' }, { starred: true });
  library.history.set(C, { id: C, title: 'Gamma', authors: [] });
  return { library, load, ...readingOver(library, load) };
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('the paper that is read', () => {
  test('is none at first, then the one that is shown, then none again', async () => {
    const { reading } = stage();
    expect(reading.state()).toMatchObject({ phase: 'none', listed: null });
    const showing = reading.show(A);
    expect(reading.state().phase).toBe('loading');
    await showing;
    expect(reading.state()).toMatchObject({
      phase: 'ready',
      listed: { paper: { title: 'Alpha' } },
    });
    await reading.show(null);
    expect(reading.state()).toMatchObject({ phase: 'none', listed: null });
  });

  test('is there at once where its list has read it', async () => {
    const { reading, annotating, library } = stage();
    const row = library.bookmarks.get(B);
    if (row) annotating.listed.put(row.paper, row.annotation);
    void reading.show(B);
    expect(reading.state()).toMatchObject({ phase: 'ready', listed: { id: B } });
    expect(reading.state().timeline).toBeNull();
  });

  test('is the last one asked for, however slow the one before', async () => {
    const { reading } = stage();
    await Promise.all([reading.show(A), reading.show(B)]);
    expect(reading.state().listed?.id).toBe(B);
  });

  test('may be in the history only, and comes into the library with a star', async () => {
    const { reading, library } = stage();
    await reading.show(C);
    expect(reading.state().listed).toMatchObject({ bookmarked: false, paper: { title: 'Gamma' } });
    reading.patch({ starred: true });
    expect(reading.state().listed).toMatchObject({ bookmarked: true });
    await settle();
    expect(library.bookmarks.has(C)).toBe(true);
  });

  test('may be known to nobody', async () => {
    const { reading } = stage();
    await reading.show('arxiv:2504.09999');
    expect(reading.state().phase).toBe('unknown');
  });

  test('may be known by its id alone, where it is to be tagged', async () => {
    const { reading, library } = stage();
    const id = 'arxiv:2504.09999';
    const showing = reading.show(id);
    reading.tag();
    await showing;
    expect(reading.state()).toMatchObject({
      phase: 'ready',
      listed: { bookmarked: false, paper: { title: 'arXiv 2504.09999' } },
      focus: { part: 'tags' },
    });
    reading.patch({ addTags: ['new'] });
    await settle();
    expect(library.bookmarks.get(id)?.annotation.tags).toEqual(['new']);
  });

  test('may be known by its id alone, also where that was found out before', async () => {
    const { reading } = stage();
    await reading.show('arxiv:2504.09999');
    reading.tag();
    expect(reading.state()).toMatchObject({ phase: 'ready', focus: { part: 'tags' } });
    await reading.show('arxiv:2504.09998');
    expect(reading.state().phase).toBe('unknown');
  });

  test('can be asked for again where the library could not be read', async () => {
    const { reading, library } = stage();
    library.broken = true;
    await reading.show(A);
    expect(reading.state().phase).toBe('failed');
    library.broken = false;
    await reading.retry();
    expect(reading.state().phase).toBe('ready');
  });

  test('changes with what is changed elsewhere', async () => {
    const { reading, library } = stage();
    await reading.show(A);
    await library.change(A, { addTags: ['new'] });
    expect(reading.state().listed?.annotation.tags).toEqual(['new']);
    library.bookmarks.delete(A);
    await reading.changed('all');
    expect(reading.state().listed?.bookmarked).toBe(false);
  });

  test('has its history', async () => {
    const { reading, seen, events, library } = stage();
    const [at, on] = ['2026-01-01T00:00:00Z', 'https://huggingface.co/papers'];
    seen.set(A, {
      paper: { id: A, title: 'Alpha', authors: [] },
      firstSeenAt: at,
      firstSeenOn: on,
      lastSeenAt: at,
      lastSeenOn: on,
    });
    events.set(A, [{ at: '2026-01-02T00:00:00Z', step: 1, status: 'reading' }]);
    await reading.show(A);
    expect(reading.state().timeline?.map(({ kind }) => kind)).toEqual([
      'starred',
      'status',
      'firstSeen',
    ]);
    events.set(A, []);
    await library.change(A, { starred: false });
    expect(reading.state().timeline?.map(({ kind }) => kind)).toEqual(['firstSeen']);
  });

  test('takes the status that another machine said, and takes it back', async () => {
    const { reading, library, notices } = stage();
    await reading.show(A);
    const before = reading.state().listed?.annotation.status ?? null;
    reading.takeStatus('reading');
    expect(reading.state().listed?.annotation.status).toBe('reading');
    await expect.poll(() => notices.toast()?.action?.text).toBeDefined();
    notices.toast()?.action?.run();
    await expect.poll(() => library.bookmarks.get(A)?.annotation.status ?? null).toBe(before);
    reading.patch({ status: 'reading' }); // picked from all of them: nothing is offered
    await expect.poll(() => library.bookmarks.get(A)?.annotation.status).toBe('reading');
    expect(notices.toast()).toBeNull();
  });

  test('goes into the trash, and comes back', async () => {
    const { reading, library, notices } = stage();
    await reading.show(A);
    reading.remove();
    await expect.poll(() => notices.toast()?.action?.text).toBeDefined();
    expect(library.bookmarks.has(A)).toBe(false);
    expect(reading.state().listed?.bookmarked).toBe(false);
    notices.toast()?.action?.run();
    await expect.poll(() => reading.state().listed?.annotation.note).toContain('Read');
  });
});

describe('its note', () => {
  test('is shown as typed until what reads Markdown is there, which nothing loads before', async () => {
    const { reading, load } = stage();
    await reading.show(B);
    expect(reading.state().note.blocks).toEqual([]);
    expect(load).not.toHaveBeenCalled();
    await reading.show(A);
    expect(reading.state().note).toMatchObject({ blocks: null, text: 'Read *this*\n\n- [ ] task' });
    await settle();
    expect(reading.state().note.blocks).toHaveLength(2);
    expect(load).toHaveBeenCalledOnce();
  });

  test('is shown as typed where Markdown cannot be read', async () => {
    const { reading } = stage(vi.fn(() => Promise.reject(new Error('gone'))));
    await reading.show(A);
    reading.state();
    await settle();
    expect(reading.state().note).toMatchObject({ blocks: null, text: 'Read *this*\n\n- [ ] task' });
  });

  test('is read once, not with every other change', async () => {
    const { reading, library } = stage();
    await reading.show(A);
    reading.state();
    await settle();
    const { blocks } = reading.state().note;
    await library.change(A, { status: 'read' });
    expect(reading.state().note.blocks).toBe(blocks);
  });

  test('is saved with every letter', async () => {
    const { reading, library } = stage();
    await reading.show(A);
    reading.write();
    reading.patch({ note: 'a' });
    reading.patch({ note: 'ab' });
    expect(reading.state()).toMatchObject({
      writing: true,
      listed: { annotation: { note: 'ab' } },
    });
    await expect.poll(() => library.bookmarks.get(A)?.annotation.note).toBe('ab');
    reading.stopWriting();
    expect(reading.state()).toMatchObject({ writing: false, note: { text: 'ab' } });
  });

  test('is no longer written when another paper is shown', async () => {
    const { reading } = stage();
    reading.write();
    expect(reading.state().writing).toBe(false);
    await reading.show(A);
    reading.write();
    await reading.show(B);
    expect(reading.state().writing).toBe(false);
  });

  test('has tasks that are ticked in it', async () => {
    const { reading, library } = stage();
    await reading.show(A);
    reading.tick(2, true);
    expect(reading.state().listed?.annotation.note).toBe('Read *this*\n\n- [x] task');
    await expect.poll(() => library.bookmarks.get(A)?.annotation.note).toContain('[x]');
  });

  test('that is very long begins with its beginning', async () => {
    const { reading, library } = stage();
    const line = `${'word '.repeat(20)}\n`;
    await library.change(A, { note: line.repeat(1_000) });
    await reading.show(A);
    const { text, left } = reading.state().note;
    expect(text.length).toBeLessThanOrEqual(20_000);
    expect(text.length + left).toBe(line.length * 1_000);
    expect(text.endsWith('word ')).toBe(true);
    reading.showWholeNote();
    expect(reading.state().note).toMatchObject({ left: 0 });
    await reading.show(B);
    await reading.show(A);
    expect(reading.state().note.left).toBe(left);
  });
});
