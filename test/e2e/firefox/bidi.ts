import { until } from '../harness/until.ts';

// WebDriver BiDi over Node's own WebSocket (docs/decisions/0024): what Firefox is driven by.

/** A session with a running Firefox. */
export interface Bidi {
  /** Calls a command of the protocol. Rejects with the protocol's error and message. */
  send<R = unknown>(method: string, params: object): Promise<R>;
  /** Hears every event that was subscribed to. */
  onEvent(heard: (method: string, params: unknown) => void): void;
}

/** What comes over the socket, as the protocol says it. */
interface Message {
  id?: number | null;
  type: string;
  result?: unknown;
  error?: string;
  message?: string;
  method?: string;
  params?: unknown;
}

/** After so many milliseconds a command is told as not answered: a test that only ends does not say where it hung. */
const LONGEST = 40_000;

/** The beginning of what a command was given. */
const asked = (params: object): string => JSON.stringify(params).slice(0, 300);

/** Opens a session at the address that Firefox says it listens on. */
export async function openSession(address: string): Promise<Bidi> {
  const socket = new WebSocket(`${address}/session`);
  const waiting = new Map<number, (message: Message) => void>();
  const listeners: ((method: string, params: unknown) => void)[] = [];
  let last = 0;

  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (typeof message.id === 'number') waiting.get(message.id)?.(message);
    else if (message.method !== undefined) {
      for (const heard of listeners) heard(message.method, message.params);
    }
  });
  socket.addEventListener('close', () => {
    for (const settle of waiting.values()) {
      settle({ type: 'error', error: 'closed', message: 'Firefox is gone' });
    }
  });
  await until('a connection to Firefox', () =>
    socket.readyState === WebSocket.OPEN ? true : undefined,
  );

  async function send<R>(method: string, params: object): Promise<R> {
    const id = ++last;
    const answered = new Promise<Message>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const silence = setTimeout(
      () => waiting.get(id)?.({ type: 'error', error: 'no answer', message: asked(params) }),
      LONGEST,
    );
    const { type, result, error, message } = await answered;
    clearTimeout(silence);
    waiting.delete(id);
    if (type === 'error') throw new Error(`${method}: ${error}: ${message}`);
    return result as R; // as the protocol says
  }

  await send('session.new', { capabilities: {} });
  return { send, onEvent: (heard) => listeners.push(heard) };
}

/** A node of a page, by the id that BiDi has for it. */
export interface Node {
  sharedId: string;
}

interface Called<V> {
  result: { value?: V };
  exceptionDetails?: { text: string };
}

type Argument = string | number | Node;

/**
 * Runs an expression that gives a function in a page and awaits what that returns, which has to be JSON.
 * @param world `page` is the page's own; `drive` one beside it that the page does not see
 */
export async function call<R>(
  bidi: Bidi,
  context: string,
  world: 'page' | 'drive',
  code: string,
  ...args: Argument[]
): Promise<R> {
  const inJson = `async (...a) => JSON.stringify((await (${code})(...a)) ?? null)`;
  return JSON.parse((await run<string>(bidi, context, world, inJson, args)) ?? 'null');
}

/** The nodes that an expression for a function gives, run beside the page. */
export async function nodesOf(
  bidi: Bidi,
  context: string,
  code: string,
  ...args: Argument[]
): Promise<Node[]> {
  return (await run<Node[]>(bidi, context, 'drive', code, args)) ?? [];
}

async function run<V>(
  { send }: Bidi,
  context: string,
  world: 'page' | 'drive',
  functionDeclaration: string,
  args: Argument[],
): Promise<V | undefined> {
  const { result, exceptionDetails } = await send<Called<V>>('script.callFunction', {
    functionDeclaration,
    arguments: args.map((arg) =>
      typeof arg === 'object' ? { sharedId: arg.sharedId } : { type: typeof arg, value: arg },
    ),
    target: { context, ...(world === 'drive' ? { sandbox: 'drive' } : {}) },
    awaitPromise: true,
    userActivation: world === 'page',
  });
  if (exceptionDetails) throw new Error(exceptionDetails.text);
  return result.value;
}
