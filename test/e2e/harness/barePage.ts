import type { Page } from 'playwright';
import type { Asterism } from './launch.ts';

/**
 * A page of the extension's origin that runs nothing of ours: what is done there to the database or the storage wakes no
 * worker and hides behind nobody's connection.
 */
export async function openBarePage({ context, extensionId }: Asterism): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/manifest.json`);
  return page;
}
