import { browser } from 'wxt/browser';
import { isAnswer, isFailure, valueIn } from './answers';
import type { Answer, MessageName, Request } from './contract';
import { failure, type Result, success } from './result';

/** Milliseconds before each new attempt: a worker that was stopped is there again in about 35 ms. */
const WAITS = [50, 250, 1_000];

/**
 * Sends a message to the worker and gives its answer. Where none comes (the worker was stopped before it answered) the
 * message is sent again: the contract's messages do the same when carried out twice. Never rejects.
 */
export async function send<N extends MessageName>(
  name: N,
  request: Request<N>,
  waits: readonly number[] = WAITS,
): Promise<Result<Answer<N>>> {
  let trouble = '';
  for (const wait of [0, ...waits]) {
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    try {
      // An updated or removed extension leaves its content scripts behind, without an id.
      if (browser.runtime?.id === undefined) return failure('orphaned', 'the extension is gone');
      const reply: unknown = await browser.runtime.sendMessage({ name, request });
      if (reply !== undefined && reply !== null) return read(name, reply);
      trouble = 'no answer';
    } catch (error) {
      // Whatever is thrown here, nobody answered. Chromium: "Could not establish connection. Receiving end does not
      // exist." and "… the message channel closed before a response was received"; Firefox: "Promised response from
      // onMessage listener went out of scope" and "Actor 'Conduits' destroyed before query …".
      trouble = String(error);
      if (trouble.includes('context invalidated')) return failure('orphaned', trouble);
    }
  }
  return failure('unanswered', `${name}: ${trouble}`);
}

function read<N extends MessageName>(name: N, reply: unknown): Result<Answer<N>> {
  if (isFailure(reply)) return reply;
  const value = valueIn(reply);
  return isAnswer(name, value) ? success(value) : failure('unreadable', `answer to ${name}`);
}
