import { stopWorker } from '../e2e/harness/worker.ts';
import type { Stage } from './stage.ts';

/** Stops the extension's worker, if it runs. */
export async function stopRunningWorker({ asterism }: Stage): Promise<void> {
  if (asterism.context.serviceWorkers().length > 0) await stopWorker(asterism);
}

/** Sees to it that the worker runs. */
export async function runWorker(stage: Stage): Promise<void> {
  if (stage.asterism.context.serviceWorkers().length > 0) return;
  const page = await stage.tab();
  await page.goto(stage.address('options.html'));
  await ask(page, 'tags.list', {});
  await page.close();
}

type Asking = Pick<Awaited<ReturnType<Stage['tab']>>, 'evaluate'>;

/** What the worker answers to a page of the extension. */
export function ask(page: Asking, name: string, request: object): Promise<Record<string, unknown>> {
  return page.evaluate(
    async (message) => {
      const { runtime } = Reflect.get(globalThis, 'chrome');
      const reply = await runtime.sendMessage(message);
      if (reply?.ok) return reply.value;
      throw new Error(`${message.name}: ${JSON.stringify(reply)}`);
    },
    { name, request },
  );
}
