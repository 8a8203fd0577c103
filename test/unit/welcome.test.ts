import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { welcome } from '../../lib/worker/welcome';

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
