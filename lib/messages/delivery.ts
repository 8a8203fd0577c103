import { browser } from 'wxt/browser';
import { type Check, isObject, isText, oneOf, shape } from './checks';
import type { Answer, MessageName, Request } from './messages';
import { FAILURE_CODES, type Failure, failure, type Result, success } from './result';

/** Sends a message to the worker and gives its answer; of all messages, or of some. */
export type Send<Of extends MessageName = MessageName> = <N extends Of>(
  name: N,
  request: Request<N>,
) => Promise<Result<Answer<N>>>;

/** Milliseconds before each new attempt: a worker that was stopped is there again in about 35 ms. */
const WAITS = [50, 250, 1_000];

const isFailure = shape({ ok: oneOf([false]), code: oneOf(FAILURE_CODES), detail: isText });

/**
 * Makes a `Send`. Where no answer comes (the worker was stopped before it answered) the message is sent again:
 * the contract's messages do the same when carried out twice. Never rejects.
 * @param answers what the answer to each message looks like
 */
export function createSend<Of extends MessageName>(
  answers: Record<Of, Check>,
  waits: readonly number[] = WAITS,
): Send<Of> {
  return async (name, request) => {
    let trouble = '';
    for (const wait of [0, ...waits]) {
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      try {
        // An updated or removed extension leaves its content scripts behind, without an id.
        if (browser.runtime?.id === undefined) return failure('orphaned', 'the extension is gone');
        const reply: unknown = await browser.runtime.sendMessage({ name, request });
        if (reply !== undefined && reply !== null) return read(answers[name], name, reply);
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
  };
}

function read<T>(isAnswer: Check, name: string, reply: unknown): Result<T> {
  if (isFailure(reply)) return reply as Failure; // isFailure looks at every field
  const value = isObject(reply) && reply['ok'] === true ? reply['value'] : undefined;
  return isAnswer(value) ? success(value as T) : failure('unreadable', `answer to ${name}`); // as checked
}
