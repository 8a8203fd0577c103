// Runs in the extension's own pages and in the world of its content scripts: nothing of this file's outside is seen in here.

/** What a page tells of a message as it happens: a page that dies can tell nothing later. */
export interface Told {
  /** Another text for everything that is told. */
  turn: string;
  what: 'sent' | 'answered' | 'lost';
  key: string;
  /** Milliseconds since 1970, by the page's clock. */
  at: number;
  name: string;
  request: unknown;
  reply?: { ok: boolean; value?: { undo?: number | null } };
}

/** What is to be sent by `faultsAsk`. */
export interface Asking {
  key: string;
  name: string;
  request: unknown;
  /** A message that must be answered before. */
  first?: { name: string; request: unknown };
}

/** Tells of every edit that the page sends, and gives the page `faultsAsk`, which sends as our own pages do. */
export function watchMessages(): void {
  const { runtime } = Reflect.get(globalThis, 'chrome') ?? {};
  if (runtime?.id === undefined || Reflect.has(globalThis, 'faultsAsk')) return;
  const send: (message: unknown) => Promise<Told['reply'] | null> =
    runtime.sendMessage.bind(runtime);
  const page = crypto.randomUUID().slice(0, 8);
  let count = 0;
  /** All that was told: whoever did not listen for a moment can look here. */
  const everything: Told[] = [];
  function tell(told: Omit<Told, 'turn'>): void {
    const whole = { turn: `${page} ${everything.length}`, ...told };
    everything.push(whole);
    Reflect.get(globalThis, 'faultsTell')(JSON.stringify(whole));
  }
  /** Edits that nobody answered: sent again, they are the same ones. */
  const lost = new Map<string, string>();

  /** Whoever sends again does so within 1.3 s (`createSend`): until then the edit is still on its way. */
  function lose(text: string, told: Omit<Told, 'turn'>): void {
    lost.set(text, told.key);
    setTimeout(() => {
      if (lost.get(text) === told.key && lost.delete(text)) tell(told);
    }, 2_000);
  }

  /** Edits that wait for an answer. */
  const waiting = new Map<string, Omit<Told, 'turn'>>();

  runtime.sendMessage = async (message: { name: string; request: unknown }) => {
    if (message?.name !== 'annotation.patch') return send(message);
    const text = JSON.stringify(message.request);
    const key = lost.get(text) ?? `${page}-${count++}`;
    lost.delete(text);
    const told = { key, ...message };
    tell({ ...told, what: 'sent', at: Date.now() });
    waiting.set(key, { ...told, what: 'lost', at: 0 });
    try {
      const reply = await send(message);
      if (reply) tell({ ...told, what: 'answered', at: Date.now(), reply });
      else lose(text, { ...told, what: 'lost', at: Date.now() });
      return reply;
    } catch (error) {
      lose(text, { ...told, what: 'lost', at: Date.now() });
      throw error;
    } finally {
      waiting.delete(key);
    }
  };

  // What waited when the page was kept for coming back was left behind for the worker, who takes it soon.
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    const left = [...waiting];
    setTimeout(() => {
      for (const [key, told] of left) if (waiting.delete(key)) tell({ ...told, at: Date.now() });
    }, 1_000);
  });

  /** Chromium answers no message that was under way when its page was put into the back-forward cache. */
  const backAgain = (): Promise<null> =>
    new Promise((resolve) =>
      addEventListener('pageshow', ({ persisted }) => persisted && resolve(null)),
    );

  async function sendUntilAnswered(message: unknown): Promise<Told['reply'] | null> {
    for (const wait of [0, 50, 250, 1_000]) {
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      const reply = await Promise.race([send(message).catch(() => null), backAgain()]);
      if (reply) return reply;
    }
    return null;
  }

  async function ask({ key, name, request, first }: Asking): Promise<void> {
    const told = { key, name, request };
    tell({ ...told, what: 'sent', at: Date.now() });
    const isReady = first === undefined || (await sendUntilAnswered(first))?.ok === true;
    const reply = isReady ? await sendUntilAnswered({ name, request }) : null;
    if (reply) tell({ ...told, what: 'answered', at: Date.now(), reply });
    else tell({ ...told, what: 'lost', at: Date.now() });
  }
  Object.assign(globalThis, { faultsAsk: ask, faultsPage: page, faultsTold: everything });
}
