import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { welcome } from '../../lib/worker/welcome';

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

test.each([
  [{ reason: 'install' }, 1],
  [{ reason: 'install', temporary: true }, 0],
  [{ reason: 'update' }, 0],
  [{ reason: 'browser_update' }, 0],
  [{ reason: 'chrome_update' }, 0],
])('after %o the page for new readers opens %i times', async (installed, times) => {
  const create = vi.spyOn(fakeBrowser.tabs, 'create');
  await welcome(installed);
  expect(create).toHaveBeenCalledTimes(times);
});

test('a browser that calls each start an installation opens it once', async () => {
  const create = vi.spyOn(fakeBrowser.tabs, 'create');
  await welcome({ reason: 'install' });
  await welcome({ reason: 'install' });
  expect(create).toHaveBeenCalledTimes(1);
});
