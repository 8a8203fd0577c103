import { browser } from 'wxt/browser';
import type * as z from 'zod/mini';
import { type Answer, CONTRACT, type MessageName, type Request } from './contract';
import { type Failure, failure, type Result } from './result';
import { type Caller, callerOf, type Home, type MessageSender, mayCall } from './senders';

/** What carries out each message. Called in the order of arrival, synchronously: what it starts at once, it starts in order. */
export type Handlers = {
  [N in MessageName]: (request: Request<N>, caller: Caller) => Promise<Result<Answer<N>>>;
};

export interface ServerOptions extends Home {
  /** Told of every bug: a handler that threw. */
  log: (where: string, error: unknown) => void;
  /** What has to be done before any message is carried out. */
  after?: Promise<void>;
}

type Listener = (
  message: unknown,
  sender: MessageSender,
  sendResponse: (reply: unknown) => void,
) => true | undefined;

/** Answers the contract's messages. To be called once, synchronously when the worker starts. */
export function serve(handlers: Handlers, options: ServerOptions): void {
  browser.runtime.onMessage.addListener(createListener(handlers, options));
}

/**
 * The listener behind `serve`. Never async: a promise would answer for every other listener too.
 * A message that is not an envelope `{name, request}` is somebody else's and gets no answer.
 */
export function createListener(handlers: Handlers, options: ServerOptions): Listener {
  return (message, sender, sendResponse) => {
    if (!isEnvelope(message)) return undefined;
    respond(message, sender).then(sendResponse, (error: unknown) => {
      options.log(message.name, error);
      sendResponse(failure('storage', String(error)));
    });
    return true;
  };

  // Async, so that a handler that throws is a rejection; up to the handler's first await it runs at once.
  async function respond(
    { name, request }: Envelope,
    sender: MessageSender,
  ): Promise<Result<unknown>> {
    if (!isMessageName(name)) return failure('unknown', name.slice(0, 100));
    const caller = callerOf(sender, options);
    if (!mayCall(caller, CONTRACT[name].from)) return failure('refused', name);
    if (options.after) await options.after; // whoever came first still goes first
    return carryOut(name, request, caller);
  }

  function carryOut<N extends MessageName>(
    name: N,
    request: unknown,
    caller: Caller,
  ): Promise<Result<Answer<N>>> | Failure {
    const read = CONTRACT[name].request.safeParse(request);
    return read.success
      ? handlers[name](read.data, caller)
      : failure('unreadable', `${name}: ${firstIssue(read.error)}`);
  }
}

interface Envelope {
  name: string;
  request: unknown;
}

function isEnvelope(message: unknown): message is Envelope {
  return (
    typeof message === 'object' &&
    message !== null &&
    'name' in message &&
    typeof message.name === 'string' &&
    'request' in message
  );
}

function isMessageName(name: string): name is MessageName {
  return Object.hasOwn(CONTRACT, name);
}

function firstIssue({ issues: [issue] }: z.core.$ZodError): string {
  return issue === undefined ? 'invalid' : `${issue.path.join('.')}: ${issue.message}`;
}
