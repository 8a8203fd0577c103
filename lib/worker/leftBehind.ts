import { CONTRACT } from '../messages/contract';
import { takeOutbox } from '../messages/outbox';
import type { Handlers } from '../messages/server';

/** Carries out what pages could not wait for; what is no edit is dropped. */
export function takeLeftBehind(handlers: Handlers): void {
  takeOutbox(async (request) => {
    const read = CONTRACT['annotation.patch'].request.safeParse(request);
    if (read.success) await handlers['annotation.patch'](read.data, { kind: 'page' });
  });
}
