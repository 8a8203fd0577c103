import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SyncFoot } from '../../entrypoints/library/SyncFoot';
import { SyncStopped } from '../../entrypoints/popup/SyncStopped';
import { tellCheck } from '../../lib/messages/checkNews';
import type { SyncState } from '../../lib/messages/syncMessages';
import { tellSyncNews } from '../../lib/messages/syncStatus';
import { accessibilityProblems } from './accessibility';
import { draw, GOOD, inState, OFF, ON, show } from './syncingStage';

const button = (name: string) => page.getByRole('button', { name, exact: true });
const field = (name: string) => page.getByLabelText(name, { exact: true });
const ORIGIN = 'https://nas.example/*';
const PLACE = {
  kind: 'webdav',
  address: 'https://nas.example/dav/',
  user: 'ada',
  password: 'secret',
};

const HELD: SyncState = { kind: 'held', machine: 'Desktop', removals: 900, of: 1_000 };

async function fillIn(address = 'nas.example/dav'): Promise<void> {
  await field('Address').fill(address);
  await field('User').fill('ada');
  await field('Password').fill('secret');
  await field('Name of this machine').fill('Laptop');
}

test('one form connects: one origin is asked for, the place is tried, the merge is shown first', async () => {
  const { asked, permissions } = await show();
  await fillIn();
  await button('Connect').click();
  await expect.element(button('Put my library there')).toBeVisible();
  expect(permissions.request).toHaveBeenCalledExactlyOnceWith({ origins: [ORIGIN] });
  expect(asked.map(([name]) => name)).toEqual(['sync.check', 'sync.preview']);
  await button('Put my library there').click();
  await expect
    .poll(() => asked.at(-1))
    .toEqual(['sync.connect', { place: PLACE, machineName: 'Laptop' }]);
});

test('a library that is there is shown with figures, and who cancels gives the permission back', async () => {
  const there = { kind: 'library', id: '0', isSealed: false, machines: 2 } as const;
  const { place, asked, permissions } = await show(OFF, {
    answers: { 'sync.check': { ...GOOD, there } },
  });
  await fillIn();
  await button('Connect').click();
  await expect.element(button('Connect both libraries')).toBeVisible();
  for (const figure of ['1,284', '96', '1,300', '12']) expect(place.textContent).toContain(figure);
  await button('Cancel').click();
  await expect.element(field('Address')).toHaveValue('nas.example/dav');
  expect(permissions.remove).toHaveBeenCalledExactlyOnceWith({ origins: [ORIGIN] });
  expect(asked.map(([name]) => name)).not.toContain('sync.connect');
});

test('nothing is contacted that the browser was not allowed to', async () => {
  const { asked } = await show(OFF, { permits: false });
  await fillIn();
  await button('Connect').click();
  await expect.element(page.getByRole('alert').filter({ hasText: 'nas.example' })).toBeVisible();
  expect(asked).toEqual([]);
});

test('a check that fails names its step, says why, and leaves the form to correct', async () => {
  const failed = { step: 'logIn', why: 'refused', status: 401 } as const;
  await show(OFF, { answers: { 'sync.check': { done: ['reach'], failed, there: null } } });
  await fillIn();
  await button('Connect').click();
  const steps = page.getByRole('listitem');
  await expect.element(steps.filter({ hasText: 'Reach the server (done)' })).toBeVisible();
  await expect.element(steps.filter({ hasText: 'Log in (failed)' })).toBeVisible();
  await expect.element(steps.filter({ hasText: 'Read it back (not tried)' })).toBeVisible();
  await expect.element(page.getByRole('alert').filter({ hasText: 'app password' })).toBeVisible();
  await expect.element(field('Password')).toHaveValue('secret');
});

test('each step of a check is named as it is done, and it can be cancelled', async () => {
  const { place, asked } = await show(OFF, { pending: 'sync.check' });
  await fillIn();
  await button('Connect').click();
  const steps = page.getByRole('listitem');
  await expect.element(steps.filter({ hasText: 'Reach the server (in progress)' })).toBeVisible();
  await tellCheck(['reach', 'logIn']);
  await expect.element(steps.filter({ hasText: 'Log in (done)' })).toBeVisible();
  await expect.element(steps.filter({ hasText: 'List the folder (in progress)' })).toBeVisible();
  await expect.element(steps.filter({ hasText: 'Read it back (not tried)' })).toBeVisible();
  const spoken = [...place.querySelectorAll('[role=status]')].map((one) => one.textContent);
  expect(spoken).toContain('List the folder');
  expect(await accessibilityProblems()).toEqual([]);
  await button('Cancel').click();
  await expect.poll(() => asked.map(([name]) => name)).toEqual(['sync.check', 'sync.endCheck']);
  await expect.element(field('Address')).toHaveValue('nas.example/dav');
});

test.each([
  ['https://cloud.example/dav/', false, 'nas.example sends you on to https://cloud.example/dav/.'],
  ['https://nas.example/dav/', true, 'most likely to https://nas.example/dav/.'],
])(
  'a server that sends on puts %s into the form, and its origin is asked for',
  async (address, isGuess, sentence) => {
    const failed = { step: 'list', why: 'untrusted', status: 0 } as const;
    const movedTo = { address, isGuess };
    const { permissions } = await show(OFF, {
      answers: { 'sync.check': { done: ['reach', 'logIn'], failed, there: null, movedTo } },
    });
    await fillIn('nas.example/dav');
    await button('Connect').click();
    await expect.element(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
    await expect.element(field('Address')).toHaveValue(address);
    await button('Connect').click();
    const { origin } = new URL(address);
    await expect
      .poll(() => permissions.request.mock.calls.at(-1))
      .toEqual([{ origins: [`${origin}/*`] }]);
  },
);

test('a passphrase is asked for where there is one', async () => {
  const there = { kind: 'library', id: '0', isSealed: true, machines: 1 } as const;
  const answers = {
    'sync.check': { ...GOOD, there },
    'sync.preview': { kind: 'wrongPassphrase' },
  } as const;
  const { asked } = await show(OFF, { answers });
  await fillIn();
  await button('Connect').click();
  await field('Passphrase of the folder').fill('wrong');
  await userEvent.keyboard('{Enter}');
  await expect
    .element(page.getByText('This is not the passphrase', { exact: false }))
    .toBeVisible();
  expect(asked.at(-1)).toEqual(['sync.preview', { place: PLACE, passphrase: 'wrong' }]);
});

test('a Nextcloud’s address is completed in sight, and may stay as it was typed', async () => {
  await show();
  await fillIn('https://cloud.example.org/apps/files');
  const whole = 'https://cloud.example.org/remote.php/dav/files/ada/Asterism/';
  await expect.element(page.getByText(`The folder is ${whole}`, { exact: false })).toBeVisible();
  await button('Use it as I typed it').click();
  await expect.element(page.getByText(whole, { exact: false })).not.toBeInTheDocument();
});

test('http to the world needs a tick, and not in the local network', async () => {
  const { asked } = await show();
  await fillIn('http://nas.local/dav');
  await expect.element(page.getByRole('checkbox')).not.toBeInTheDocument();
  await fillIn('http://nas.example/dav');
  await expect
    .element(page.getByText('everybody on the way to nas.example', { exact: false }))
    .toBeVisible();
  await button('Connect').click();
  expect(asked).toEqual([]);
  await page.getByRole('checkbox', { name: 'Use http all the same' }).click();
  await button('Connect').click();
  await expect.poll(() => asked[0]?.[0]).toBe('sync.check');
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

test.each([
  ['noLibrary', 'Put this library there again', 'sync.putThere'],
  ['otherLibrary', 'Merge with what is there', 'sync.mergeWithOther'],
  ['twoLibraries', 'Merge with what is there', 'sync.mergeWithOther'],
] as const)('stopped for %s, "%s" goes on', async (why, name, sent) => {
  const { asked } = await show(inState({ kind: 'stopped', changes: 0, why, status: null }));
  await button(name).click();
  await expect.poll(() => asked).toEqual([[sent, {}]]);
});

test.each([
  ['Keep them', false],
  ['Apply', true],
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

test('another library with a passphrase is merged with it', async () => {
  const { asked } = await show(
    inState({ kind: 'stopped', changes: 0, why: 'otherLibrary', status: null }),
    { answers: { 'sync.mergeWithOther': { kind: 'wrongPassphrase' } } },
  );
  await button('Merge with what is there').click();
  await field('Passphrase of the folder').fill('theirs');
  await button('Continue').click();
  await expect.poll(() => asked.at(-1)).toEqual(['sync.mergeWithOther', { passphrase: 'theirs' }]);
  await expect
    .element(page.getByText('This is not the passphrase', { exact: false }))
    .toBeVisible();
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

test('a check that failed, and a preview, pass an accessibility audit', async () => {
  const failed = { step: 'create', why: 'full', status: 507 } as const;
  await show(OFF, { answers: { 'sync.check': { done: ['reach'], failed, there: null } } });
  await fillIn('http://nas.example/dav');
  await page.getByRole('checkbox').click();
  await button('Connect').click();
  await expect.element(page.getByText('507', { exact: false })).toBeVisible();
  expect(await accessibilityProblems()).toEqual([]);
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
