import { CONTRACT } from '../messages/contract';
import { takeOutbox } from '../messages/outbox';
import type { Handlers } from '../messages/server';

/**
 * Carries out what pages could not wait for; whatever is not an edit is dropped. Resolves when what was there at the start is
 * done: it is older than any message, and must not replace what a message brings.
 */
export function carryOutUnsent(
  handlers: Handlers,
  log: (where: string, error: unknown) => void,
): Promise<void> {
  return takeOutbox(async (request) => {
    const read = CONTRACT['annotation.patch'].request.safeParse(request);
    if (read.success) await handlers['annotation.patch'](read.data, { kind: 'page' });
  }).catch((error: unknown) => log('outbox', error));
}
