import type * as z from 'zod/mini';
import type { Answer, MessageName, Request } from './messages';

/** `card`: a content script on a listing. `page`: an extension page. */
export type Sender = 'card' | 'page';

/** Who may send a message, and what it looks like. */
export interface Rule<N extends MessageName> {
  from: readonly Sender[];
  request: z.ZodMiniType<Request<N>>;
  /** What `answers.ts` checks in few bytes; here in full, for tests. */
  answer: z.ZodMiniType<Answer<N>>;
}
