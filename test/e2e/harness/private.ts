import type { Page } from 'playwright';
import type { Asterism } from './launch.ts';
import { until } from './until.ts';

/** Opens a page in a private window ("incognito"), where the reader has allowed the extension. */
export async function openPrivatePage(asterism: Asterism, url: string): Promise<Page> {
  const { context, extensionId } = asterism;
  const settings = await context.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(
    (id) =>
      Reflect.get(globalThis, 'chrome').developerPrivate.updateExtensionConfiguration({
        extensionId: id,
        incognitoAccess: true,
      }),
    extensionId,
  );
  await settings.close();
  const opened = context.waitForEvent('page');
  // Being allowed, the extension is started again.
  await until('a private window', async () => {
    const worker = context.serviceWorkers().find((one) => one.url().includes(extensionId));
    return worker
      ?.evaluate('chrome.windows.create({ incognito: true }).then(() => true)')
      .catch(() => undefined);
  });
  const page = await opened;
  await page.goto(url);
  return page;
}
