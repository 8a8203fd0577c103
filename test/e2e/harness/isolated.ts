import type { Page } from 'playwright';
import { until } from './until.ts';

/** Runs code where the extension's content script runs, as the worst that could happen to it. */
export async function evaluateAsContentScript(page: Page, expression: string): Promise<unknown> {
  const session = await page.context().newCDPSession(page);
  const contexts: { id: number; origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
  await session.send('Runtime.enable');
  const ours = await until('the world of the content script', () =>
    contexts.find(({ origin }) => origin.startsWith('chrome-extension://')),
  );
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    contextId: ours.id,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'it threw');
  return result.value;
}
