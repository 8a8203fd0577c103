import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { failure } from '../../lib/messages/result';
import { accessibilityProblems } from './accessibility';
import { paneStage } from './readingStage';

const A = 'arxiv:2504.00001' as const;
const B = 'arxiv:2504.00002' as const;
const C = 'arxiv:2504.00003' as const;
const NOTE = 'Read *this* at [home](https://e.com)\n\n- [ ] the proof';
const stage = paneStage();

beforeEach(() => {
  const { library } = stage;
  library.add(
    {
      id: A,
      title: 'Alpha <b>bold</b>',
      authors: Array.from({ length: 200 }, (_, index) => `Author ${index + 1}`),
      authorCount: 203,
      organization: { name: 'x', fullname: 'X "Labs"' },
      publishedAt: '2026-04-16',
      upvotes: 1_234,
      comments: 1,
      githubRepo: 'https://github.com/a/b',
      githubStars: 3_241,
      projectPage: 'https://e.com',
      keywords: ['retrieval', 'long context'],
      abstract: `First.\n\n${'A long second paragraph. '.repeat(40)}`,
    },
    { note: NOTE, tags: ['rl'], status: 'reading' },
  );
  library.add({ id: B, title: 'Beta' }, { starred: true });
  library.history.set(C, { id: C, title: 'Gamma', authors: ['Ada'] });
});

const noteButton = () => page.getByRole('button', { name: 'Edit the note' });
const field = () => page.getByRole('textbox', { name: 'Note' });
const stored = () => stage.library.bookmarks.get(A)?.annotation;

/** Shows a paper, with its note as it reads. */
async function show(id: typeof A | typeof B | typeof C | null): Promise<void> {
  await stage.reading.show(id);
  if (id === A) await expect.poll(() => stage.place.querySelector('.markdown')).not.toBeNull();
}

describe('what is shown of a paper', () => {
  test('is all that is known of it', async () => {
    await show(A);
    await expect
      .element(page.getByRole('heading', { level: 2, name: 'Alpha <b>bold</b>' }))
      .toBeVisible();
    const { textContent } = stage.place;
    for (const part of [
      'X "Labs"',
      'Apr 16, 2026',
      '1,234 upvotes',
      '1 comment',
      '3,241',
      'retrieval',
      'First.',
      'second paragraph',
    ]) {
      expect(textContent).toContain(part);
    }
    const links = [...stage.place.querySelectorAll<HTMLAnchorElement>('.details-links a')];
    expect(links.map(({ href }) => href)).toEqual([
      'https://huggingface.co/papers/2504.00001',
      'https://arxiv.org/abs/2504.00001',
      'https://arxiv.org/pdf/2504.00001',
      'https://github.com/a/b',
      'https://e.com/',
    ]);
  });

  test('begins with twelve authors, and has them all', async () => {
    await show(A);
    expect(stage.place.textContent).toContain('Author 12 …');
    expect(stage.place.textContent).not.toContain('Author 13');
    await page.getByRole('button', { name: 'show all 200' }).click();
    await expect.poll(() => stage.place.textContent).toContain('Author 200');
    expect(stage.place.textContent).toContain('and 3 more');
  });

  test('is only as exact as what is known: "et al.", and a month or a year', async () => {
    const { history } = stage.library;
    history.set(C, {
      id: C,
      title: 'Gamma',
      authors: ['Ada'],
      moreAuthors: true,
      publishedAt: '2017-06',
    });
    await show(C);
    expect(stage.place.querySelector('.all-authors')?.textContent).toBe('Ada et al.');
    expect(stage.place.querySelector('time')?.textContent).toBe('Jun 2017');
  });

  test('says what other machines did, and of two statuses the other can be used', async () => {
    const [at, machine, step] = ['2026-04-20T08:00:00Z', 'Desktop, Firefox', 0];
    stage.events.set(A, [
      { at, step, machine, starred: true, came: ['tags'] },
      { at, step, machine, conflict: { kind: 'notes' } },
      { at, step, machine, conflict: { kind: 'status', other: 'read', by: 'Laptop' } },
      { at, step, machine: '', conflict: { kind: 'back' } },
    ]);
    await show(A);
    for (const sentence of [
      'Starred (on Desktop, Firefox)',
      'Tags changed (on Desktop, Firefox)',
      'Two notes were joined: one came from Desktop, Firefox',
      'Laptop said “Read” at the same time',
      'Removed on Unnamed machine and annotated on another machine at the same time: it is back',
    ]) {
      await expect.poll(() => stage.place.textContent).toContain(sentence);
    }
    expect(await accessibilityProblems()).toEqual([]);
    await page.getByRole('button', { name: 'Use that instead' }).click();
    await expect.poll(() => stage.library.bookmarks.get(A)?.annotation.status).toBe('read');
    await expect.element(page.getByText('Use that instead')).not.toBeInTheDocument();
    await expect.poll(() => stage.notices.toast()?.action?.text).toBe('Undo');
    await page.getByRole('button', { name: 'Remove it again' }).click();
    await expect.poll(() => stage.library.bookmarks.has(A)).toBe(false);
  });

  test('searches for its organization and its keywords', async () => {
    await show(A);
    await page.getByRole('button', { name: 'X "Labs"' }).click();
    expect(stage.onSearch).toHaveBeenLastCalledWith('org:"X Labs"');
    await page.getByRole('button', { name: 'long context' }).click();
    expect(stage.onSearch).toHaveBeenLastCalledWith('"long context"');
  });

  test('is what to do where there is none, and where it is in the history only', async () => {
    await expect.element(page.getByText('No paper selected')).toBeVisible();
    await show(C);
    await page.getByRole('button', { name: 'Star', exact: true }).click();
    await expect.poll(() => stage.library.bookmarks.has(C)).toBe(true);
    await expect.element(page.getByText(/It is not in your library/)).not.toBeInTheDocument();
  });
});

describe('the note', () => {
  test.each([
    ['a click on it', () => page.getByText('this', { exact: true }).click()],
    ['its button', () => noteButton().click()],
    [
      'Enter on its button',
      async () => {
        noteButton().element().focus();
        await userEvent.keyboard('{Enter}');
      },
    ],
    [
      'n',
      async () => {
        stage.reading.enter();
        await userEvent.keyboard('n');
      },
    ],
  ])('is written after %s, and saved as it is typed', async (_, begin) => {
    await show(A);
    await begin();
    await expect.element(field()).toHaveFocus();
    await expect.element(field()).toHaveValue(NOTE);
    await userEvent.keyboard('!');
    await expect.poll(() => stored()?.note).toBe(`${NOTE}!`);
  });

  test('is shown as it reads after Escape, with the focus on its button', async () => {
    await show(A);
    await noteButton().click();
    await userEvent.keyboard(' **more**{Escape}');
    await expect.element(page.getByText('more', { exact: true })).toBeVisible();
    await expect.element(noteButton()).toHaveFocus();
    expect(stage.onLeave).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(stage.onLeave).toHaveBeenCalledOnce();
  });

  test('is shown as it reads when its field is left', async () => {
    await show(A);
    await noteButton().click();
    await expect.element(field()).toHaveFocus();
    await userEvent.keyboard('?');
    await page.getByText('Abstract').click();
    await expect.element(field()).not.toBeInTheDocument();
    await expect.poll(() => stored()?.note).toBe(`${NOTE}?`);
  });

  test('can be begun where there is none', async () => {
    await show(B);
    await page.getByRole('button', { name: 'Add a note…' }).click();
    await userEvent.keyboard('First thought');
    await expect.poll(() => stage.library.bookmarks.get(B)?.annotation.note).toBe('First thought');
  });

  test('is not opened by its links, its boxes, or by selecting in it', async () => {
    await show(A);
    const link = page.getByRole('link', { name: 'home' });
    link.element().addEventListener('click', (event) => event.preventDefault());
    await link.click();
    await page.getByRole('checkbox', { name: 'the proof' }).click();
    const selected = document.getSelection();
    selected?.selectAllChildren(page.getByText('this', { exact: true }).element());
    stage.place.querySelector<HTMLElement>('.markdown p')?.click();
    await expect.poll(() => stored()?.note).toContain('- [x] the proof');
    await expect.element(field()).not.toBeInTheDocument();
    selected?.removeAllRanges();
  });

  test('that could not be saved stays as it was typed', async () => {
    await show(A);
    stage.library.failWith = failure('full', 'QuotaExceededError');
    await noteButton().click();
    await userEvent.keyboard(' kept{Escape}');
    await expect.poll(() => stage.notices.toast()?.kind).toBe('error');
    expect(stage.place.querySelector('.markdown')?.textContent).toContain('kept');
  });

  test('that is written follows changes from elsewhere, and what is typed next goes into it', async () => {
    await show(A);
    await noteButton().click();
    await userEvent.keyboard(' mine');
    await expect.poll(() => stored()?.note).toContain('mine');
    await stage.library.change(A, { note: 'theirs', addTags: ['new'] });
    await expect.element(field()).toHaveValue('theirs');
    await userEvent.keyboard(' too');
    await expect.element(field()).toHaveValue('theirs too');
    await expect.poll(() => stored()?.note).toBe('theirs too');
  });

  test('that is written is left without a word where nothing new was typed', async () => {
    await show(A);
    await noteButton().click();
    await userEvent.keyboard(' mine');
    await expect.poll(() => stored()?.note).toContain('mine');
    await stage.library.change(A, { note: 'theirs' });
    await expect.element(field()).toHaveValue('theirs');
    const before = stage.library.sent.length;
    await userEvent.keyboard('{Escape}');
    await expect.element(field()).not.toBeInTheDocument();
    expect(stage.library.sent).toHaveLength(before);
    expect(stored()?.note).toBe('theirs');
  });
});

test('keys act on the paper: star, status, tags', async () => {
  await show(A);
  stage.reading.enter();
  await expect.element(page.getByRole('link', { name: 'Alpha <b>bold</b>' })).toHaveFocus();
  await userEvent.keyboard('s3');
  await expect.poll(stored).toMatchObject({ starred: false, status: 'read' });
  await userEvent.keyboard('t');
  await expect.element(page.getByRole('combobox', { name: 'Tags' })).toHaveFocus();
  await userEvent.keyboard('new{Enter}');
  await expect.poll(() => stored()?.tags).toEqual(['new', 'rl']);
});

test('a paper goes into the trash, and can be brought back', async () => {
  await show(A);
  await page.getByRole('button', { name: 'Remove from library' }).click();
  await expect.element(page.getByText(/It is not in your library/)).toBeVisible();
  expect(stored()).toBeUndefined();
  stage.notices.toast()?.action?.run();
  await expect.element(noteButton()).toBeVisible();
});

describe.each(['light', 'dark'])('in the %s theme, no accessibility problem', (scheme) => {
  beforeEach(() => {
    document.documentElement.style.colorScheme = scheme;
    document.documentElement.style.background = 'var(--surface)';
  });

  test('in a paper with everything', async () => {
    const [at, on] = ['2026-01-01T00:00:00Z', 'https://huggingface.co/papers'];
    const paper = { id: A, title: '', authors: [] };
    stage.seen.set(A, {
      paper,
      firstSeenAt: at,
      firstSeenOn: on,
      lastSeenAt: at,
      lastSeenOn: on,
    });
    stage.events.set(
      A,
      Array.from({ length: 12 }, (_, index) => ({
        at: `2026-02-${10 + index}T00:00:00Z`,
        step: index,
        starred: index % 2 === 0,
      })),
    );
    await stage.library.change(A, {
      note: `${NOTE}\n- [x] the code\n\n### Deep\n# Top\n\n\`code\` > quote\n\n| a | b |\n|--|--|\n| 1 | 2 |\n\n> q\n\n1. x`,
    });
    await show(A);
    expect(await accessibilityProblems()).toEqual([]);
    await page.getByRole('button', { name: 'Show all 14' }).click();
    stage.reading.write();
    await expect.element(field()).toHaveFocus();
    expect(await accessibilityProblems()).toEqual([]);
  });

  test('in a paper of the history, and in none', async () => {
    await show(C);
    await expect.element(page.getByText(/It is not in your library/)).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
    await show(null);
    await expect.element(page.getByText('No paper selected')).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
  });
});

test.each([235, 320, 480])('%d pixels wide, nothing is cut off sideways', async (width) => {
  await page.viewport(width, 900);
  const long = 'Supercalifragilistic'.repeat(12);
  const wide = `| ${'a | '.repeat(12)}\n|${'-|'.repeat(12)}\n| ${`${long} | `.repeat(12)}`;
  stage.library.add(
    {
      id: 'hf:long',
      title: long,
      authors: [long],
      organization: { name: long },
      keywords: [long],
      abstract: long,
    },
    {
      tags: ['t'.repeat(90)],
      note: `# ${long}\n\n\`${long}\`\n\n- [ ] ${long}\n\n    ${long}\n\nhttps://e.com/${long}\n\n${wide}`,
    },
  );
  await stage.reading.show('hf:long');
  await expect.poll(() => stage.place.querySelector('.markdown table')).not.toBeNull();
  const pane = stage.place.querySelector('.reading-pane');
  expect(pane?.scrollWidth).toBeLessThanOrEqual(pane?.clientWidth ?? 0);
});
