import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { tellCheck } from '../../lib/messages/checkNews';
import { accessibilityProblems } from './accessibility';
import { button, field, fillIn, GOOD, OFF, ORIGIN, PLACE, show } from './syncingStage';

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
    .toEqual(['sync.connect', { place: PLACE, machineName: 'Laptop', library: null }]);
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
  await expect.poll(() => document.activeElement?.className).toBe('sync-run'); // before the form
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
  expect(asked.at(-1)).toEqual([
    'sync.preview',
    { place: PLACE, passphrase: 'wrong', library: '0' },
  ]);
});

test('where another library is found than was shown, the form says so, and shows what is there when it is tried again', async () => {
  const { asked } = await show(OFF, { answers: { 'sync.connect': { kind: 'changed' } } });
  await fillIn();
  await button('Connect').click();
  await button('Put my library there').click();
  const said = 'Nothing was sent and nothing was merged.';
  await expect.element(page.getByRole('alert').filter({ hasText: said })).toBeVisible();
  expect(await accessibilityProblems()).toEqual([]);
  await expect.element(field('Password')).toHaveValue('secret');
  await button('Connect').click();
  await expect.element(button('Put my library there')).toBeVisible();
  expect(asked.map(([name]) => name)).toEqual([
    ...['sync.check', 'sync.preview', 'sync.connect'],
    ...['sync.check', 'sync.preview'],
  ]);
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

test('a check that failed, and a preview, pass an accessibility audit', async () => {
  const failed = { step: 'create', why: 'full', status: 507 } as const;
  await show(OFF, { answers: { 'sync.check': { done: ['reach'], failed, there: null } } });
  await fillIn('http://nas.example/dav');
  await page.getByRole('checkbox').click();
  await button('Connect').click();
  await expect.element(page.getByText('507', { exact: false })).toBeVisible();
  expect(await accessibilityProblems()).toEqual([]);
});
