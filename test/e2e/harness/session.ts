import type { BrowserContext, CDPSession } from 'playwright';

/** A DevTools session with a target that Playwright does not offer: the popup, the worker. */
export interface Session {
  send: CDPSession['send'];
  /** Hears every event of the target. */
  onEvent(heard: (method: string, params: unknown) => void): void;
}

interface Message {
  id?: number;
  result?: unknown;
  error?: { message: string };
  method?: string;
  params?: unknown;
}

/** A session with the browser itself, which knows all targets. */
export async function browserSession(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (browser === null) throw new Error('This context has no browser of its own.');
  return browser.newBrowserCDPSession();
}

/** Attaches to a target by id; calls and events travel as messages over the browser's session. */
export async function attach(browser: CDPSession, targetId: string): Promise<Session> {
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (message: Message) => void>();
  const listeners: ((method: string, params: unknown) => void)[] = [];
  let last = 0;

  browser.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const message = JSON.parse(event.message) as Message; // the DevTools protocol says so
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    else if (message.method !== undefined) {
      for (const heard of listeners) heard(message.method, message.params);
    }
  });
  browser.on('Target.detachedFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    for (const settle of waiting.values()) settle({ error: { message: 'the target is gone' } });
  });

  async function send(method: string, params: object = {}): Promise<unknown> {
    const id = ++last;
    const answered = new Promise<Message>((resolve) => waiting.set(id, resolve));
    await browser.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id, method, params }),
    });
    const { result, error } = await answered;
    waiting.delete(id);
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  }

  return {
    send: send as CDPSession['send'], // the same protocol by another way
    onEvent: (heard) => listeners.push(heard),
  };
}
