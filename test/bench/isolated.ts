import type { Page } from 'playwright';
import { until } from '../e2e/harness/until.ts';

/** Evaluates where the extension's content script runs. */
export interface Isolated {
  evaluate<T>(work: () => T | Promise<T>): Promise<T>;
}

/** The world of the content script in a page that is loaded. */
export async function isolatedWorld(page: Page): Promise<Isolated> {
  const session = await page.context().newCDPSession(page);
  const contexts: { id: number; origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
  await session.send('Runtime.enable');
  const ours = await until('the world of the content script', () =>
    contexts.find(({ origin }) => origin.startsWith('chrome-extension://')),
  );
  return {
    async evaluate(work) {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression: `(${String(work)})()`,
        contextId: ours.id,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'it threw');
      return result.value;
    },
  };
}
