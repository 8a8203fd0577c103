import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SyncFoot } from '../../entrypoints/library/SyncFoot';
import { SyncStopped } from '../../entrypoints/popup/SyncStopped';
import type { SyncState } from '../../lib/messages/syncMessages';
import { tellSyncNews } from '../../lib/messages/syncStatus';
import { accessibilityProblems } from './accessibility';
import { button, draw, field, GOOD, inState, OFF, ON, ORIGIN, PLACE, show } from './syncingStage';

/** Another library that is in the folder. */
const THERE = { kind: 'library', id: 'f'.repeat(16), isSealed: false, machines: 2 } as const;

const HELD: SyncState = { kind: 'held', machine: 'Desktop', removals: 900, of: 1_000 };

test('what waits says why, when it is tried again, and lets the folder be corrected', async () => {
  const nextAt = '2026-11-26T15:00:00Z';
  const waiting = { kind: 'waiting', changes: 12, why: 'full', status: 507, nextAt } as const;
  const { place } = await show(inState(waiting));
  await expect
    .element(page.getByText('12 changes wait: the folder has no room left'))
    .toBeVisible();
  expect(place.textContent).toContain('nas.example took no file: there is no room left.');
  expect(place.textContent).toContain('Until then everything works here as always');
  await button('Correct the folder…').click();
  await expect.element(field('Address')).toHaveValue('https://nas.example/dav/');
});

test('nobody’s files are counted where the folder cannot be reached', async () => {
  const one = { id: '2'.repeat(16), name: '', lastSeen: null, isThis: false };
  const machines = [{ ...one, files: null, bytes: null }];
  const { place } = await show(ON, { answers: { 'sync.machines': { machines } } });
  const cells = () => [...place.querySelectorAll('.machines tbody > tr > *')];
  const texts = ['Unnamed machine', 'none yet', '–', '–', 'Forget']; // no figures
  await expect.poll(() => cells().map((cell) => cell.textContent?.trim())).toEqual(texts);
  await expect.element(button('Forget Unnamed machine')).toBeVisible();
});

test('the line follows what the worker says', async () => {
  const { tell } = await show(ON);
  await expect.element(page.getByText('In step with 2 machines, 3 minutes ago')).toBeVisible();
  await tell(inState({ kind: 'syncing', changes: 3 }));
  await expect.element(page.getByText('Sending 3 changes…')).toBeVisible();
});

test('"Sync now", the rhythm and "Forget" are told to the worker', async () => {
  const { asked } = await show(ON);
  await button('Sync now').click();
  await page.getByRole('radio', { name: 'Only when I ask' }).click();
  await button('Forget Desktop, Firefox').click();
  await expect
    .poll(() => asked)
    .toEqual([
      ['sync.now', {}],
      ['sync.rhythm', { minutes: null }],
      ['sync.forget', { id: '2'.repeat(16) }],
    ]);
});

test('who disconnects keeps the library', async () => {
  const { asked } = await show(ON);
  await button('Disconnect this machine').click();
  await expect.element(page.getByText('Disconnected. Your library is all here.')).toBeVisible();
  expect(asked).toEqual([['sync.disconnect', { andDelete: false }]]);
});

test('files are deleted only after a question, and what is left is said', async () => {
  const { asked } = await show(ON, { answers: { 'sync.disconnect': { left: 2 } } });
  const asking = button('Disconnect and delete what lies there…');
  await asking.click();
  await button('Cancel').click();
  await expect.element(asking).toHaveFocus();
  expect(asked).toEqual([]);
  await asking.click();
  await button('Delete the files').click();
  await expect
    .element(page.getByText('2 files could not be deleted', { exact: false }))
    .toBeVisible();
  expect(asked).toEqual([['sync.disconnect', { andDelete: true }]]);
});

test('the first merge can be taken back while that is possible', async () => {
  const { asked } = await show({ ...ON, canUndoJoining: true });
  await button('Take the first merge back').click();
  await expect
    .element(page.getByText('Your library is as it was before, and', { exact: false }))
    .toBeVisible();
  expect(asked).toEqual([['sync.undoJoining', {}]]);
});

test.each([['noLibrary', 'Put this library there again', 'sync.putThere']] as const)(
  'stopped for %s, "%s" goes on',
  async (why, name, sent) => {
    const { asked } = await show(inState({ kind: 'stopped', changes: 0, why, status: null }));
    await button(name).click();
    await expect.poll(() => asked).toEqual([[sent, {}]]);
  },
);

test.each([
  ['Keep them', false],
  ['Remove them here too', true],
])('held removals: "%s" answers', async (name, apply) => {
  const { asked } = await show(inState(HELD));
  await expect.element(page.getByText('Desktop removed 900 of 1,000 papers')).toBeVisible();
  await button(name).click();
  await expect.poll(() => asked).toEqual([['sync.answerHeld', { apply }]]);
});

test('what the browser no longer permits is asked for again, and tried', async () => {
  const state: SyncState = { kind: 'stopped', changes: 0, why: 'permission', status: null };
  const { asked, permissions } = await show(inState(state));
  await button('Allow again').click();
  await expect.poll(() => asked).toEqual([['sync.now', {}]]);
  expect(permissions.request).toHaveBeenCalledExactlyOnceWith({ origins: [ORIGIN] });
});

test.each(['otherLibrary', 'twoLibraries'] as const)(
  'stopped for %s, the merge with what is there is shown before it is done, and nothing has to be filled in',
  async (why) => {
    const { asked } = await show(inState({ kind: 'stopped', changes: 0, why, status: null }), {
      answers: { 'sync.check': { ...GOOD, there: THERE } },
    });
    await button('Merge with what is there').click();
    await expect.element(page.getByText('Nothing has happened yet')).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
    await button('Connect both libraries').click();
    await expect
      .poll(() => asked.at(-1))
      .toEqual(['sync.connect', { place: PLACE, machineName: 'Laptop', library: THERE.id }]);
    // The way there is closed.
    await expect.element(page.getByText('Nothing has happened yet')).not.toBeInTheDocument();
  },
);

test('another library with a passphrase is asked for it', async () => {
  const { asked } = await show(
    inState({ kind: 'stopped', changes: 0, why: 'otherLibrary', status: null }),
    { answers: { 'sync.check': { ...GOOD, there: { ...THERE, isSealed: true } } } },
  );
  await button('Merge with what is there').click();
  await field('Passphrase of the folder').fill('theirs');
  await button('Continue').click();
  await expect
    .poll(() => asked.at(-1))
    .toEqual(['sync.preview', { place: PLACE, library: THERE.id, passphrase: 'theirs' }]);
  await button('Cancel').click();
  await expect.element(button('Merge with what is there')).toBeVisible();
});

test('another library without a passphrase is not merged with one that has it, and it is said how it could be', async () => {
  await show(inState({ kind: 'stopped', changes: 0, why: 'twoLibraries', status: null }), {
    answers: {
      'sync.check': { ...GOOD, there: THERE },
      'sync.preview': { kind: 'unsealed' },
    },
  });
  await button('Merge with what is there').click();
  const said = 'anyone who can open that folder could read it';
  await expect.element(page.getByRole('alert').filter({ hasText: said })).toBeVisible();
  expect(await accessibilityProblems()).toEqual([]);
  await button('Cancel').click();
  await expect.element(button('Merge with what is there')).toBeVisible();
});

test('stopped for a wrong password, the place is corrected: tried, and connected without a merge', async () => {
  const there = { kind: 'library', id: '0', isSealed: false, machines: 2 } as const;
  const { asked } = await show(
    inState({ kind: 'stopped', changes: 12, why: 'refused', status: 401 }),
    {
      answers: { 'sync.check': { ...GOOD, there } },
    },
  );
  await expect
    .element(page.getByText('Sync stopped: wrong user or password. 12 changes wait'))
    .toBeVisible();
  await button('Correct the folder…').click();
  await expect.element(field('Address')).toHaveValue('https://nas.example/dav/');
  await expect.element(field('User')).toHaveValue('ada');
  await expect.element(field('Password')).toHaveValue('');
  await field('Password').fill('new');
  await button('Connect').click();
  await expect.poll(() => asked.map(([name]) => name)).toEqual(['sync.check', 'sync.connect']);
  await expect.element(field('Address')).not.toBeInTheDocument();
});

test('what had the focus and is gone leaves it where things go on', async () => {
  const nextAt = '2026-11-26T15:00:00Z';
  await show(inState({ kind: 'waiting', changes: 1, why: 'offline', status: null, nextAt }));
  const focused = () => document.activeElement?.className;
  await button('Correct the folder…').click();
  await expect.poll(focused).toBe('sync-run');
  await button('Cancel').click();
  await expect.poll(focused).toBe('sync-connected');
  await button('Show all 15').click();
  await expect.poll(() => document.activeElement?.textContent).toBe('Paper 8');
});

test('what came is told by paper, machine and time; conflicts say what became of them', async () => {
  const { place } = await show(ON);
  const link = page.getByRole('link', { name: 'Attention Is All You Need' });
  await expect.element(link).toHaveAttribute('href', '/library.html#/?paper=arxiv%3A2504.00001');
  expect(place.textContent).toContain('Desktop, Firefox said “Read” at the same time');
  await expect.element(page.getByRole('link', { name: 'Paper 14' })).not.toBeInTheDocument();
  await button('Show all 15').click();
  await expect.element(page.getByRole('link', { name: 'Paper 14' })).toBeVisible();
});

const STATES: [string, SyncState][] = [
  ['held', HELD],
  ['off', OFF.state],
  ['in step', ON.state],
  ['joining', { kind: 'joining' }],
  ['syncing', { kind: 'syncing', changes: 3 }],
  [
    'waiting',
    { kind: 'waiting', changes: 12, why: 'offline', status: null, nextAt: '2026-11-26T15:02:00Z' },
  ],
  ...(
    [
      'refused',
      'permission',
      'noLibrary',
      'otherLibrary',
      'twoLibraries',
      'newer',
      'noFolder',
    ] as const
  ).map((why): [string, SyncState] => [why, { kind: 'stopped', changes: 1, why, status: null }]),
];

test.each(STATES)('the section passes an accessibility audit: %s', async (_, state) => {
  for (const scheme of ['light', 'dark']) {
    await show(state.kind === 'off' ? OFF : { ...inState(state), canUndoJoining: true });
    document.documentElement.style.colorScheme = scheme;
    await expect.element(page.getByRole('button').first()).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
    document.querySelector('main')?.remove();
  }
});

describe('outside of the settings', () => {
  const FAIL: SyncState = { kind: 'stopped', changes: 12, why: 'refused', status: 401 };
  const tell = (state: SyncState): Promise<void> => tellSyncNews({ state, canUndoJoining: false });

  test('the foot of the library has one line, which leads to the settings; without machines it has none', async () => {
    const { place } = draw(<SyncFoot />);
    expect(place.textContent).toBe('Asterism');
    await tell(ON.state);
    const line = page.getByRole('link', { name: 'In step with 2 machines, 3 minutes ago' });
    await expect.element(line).toHaveAttribute('href', '/options.html#sync');
    expect(await accessibilityProblems()).toEqual([]);
    await tellSyncNews(null);
    await expect.element(line).not.toBeInTheDocument();
  });

  test.each([
    ['the library', () => <SyncFoot />],
    ['the popup', () => <SyncStopped />],
  ])(
    'the worker hears that %s was opened where there are other machines, and only there',
    async (_, content) => {
      const asked: unknown[] = [];
      fakeBrowser.reset();
      fakeBrowser.runtime.onMessage.addListener(({ name }: { name: string }, _sender, answer) => {
        asked.push(name);
        answer({ ok: true, value: ON });
        return true;
      });
      const read = vi.spyOn(fakeBrowser.storage.local, 'get');
      onTestFinished(() => read.mockRestore());
      draw(content());
      await expect.poll(() => read.mock.settledResults.length).toBe(1);
      expect(asked).toEqual([]);
      await tell(ON.state);
      draw(content());
      await expect.poll(() => asked).toEqual(['sync.status']);
    },
  );

  test('the popup has one only when it stopped', async () => {
    draw(<SyncStopped />);
    await tell(FAIL);
    const line = page.getByRole('link');
    await expect
      .element(line)
      .toHaveTextContent('Sync stopped: wrong user or password. 12 changes wait');
    await tell(ON.state);
    await expect.element(line).not.toBeInTheDocument();
  });
});
