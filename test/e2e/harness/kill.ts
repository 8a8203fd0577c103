import type { Asterism } from './launch.ts';

/** Kills the browser as the system does (SIGKILL): nothing of it gets to finish anything. */
export async function killBrowser({ browser, context }: Asterism): Promise<void> {
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  const main = processInfo.find(({ type }) => type === 'browser');
  if (main === undefined) throw new Error('The browser does not say which process it is.');
  const gone = new Promise<void>((resolve) => context.once('close', () => resolve()));
  process.kill(main.id, 'SIGKILL');
  await gone;
}
