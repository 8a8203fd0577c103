import type { Asterism } from './launch.ts';

/**
 * Stops the extension's worker, as the browser does with an idle one. Under Playwright it never ends by itself.
 * The next message or event starts a fresh one.
 */
export async function stopWorker(asterism: Asterism): Promise<void> {
  const { context, extensionId } = asterism;
  const page = await context.newPage();
  // Any page of the extension will do; one without scripts sends no message that would wake it.
  await page.goto(`chrome-extension://${extensionId}/manifest.json`);
  const session = await context.newCDPSession(page);
  const stopped = new Promise<void>((resolve) => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.some((version) => version.runningStatus === 'stopped')) resolve();
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await stopped;
  await page.close();
}
