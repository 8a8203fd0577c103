import type { CDPSession, Page } from 'playwright';
import { type Asking, type Told, watchMessages } from './inPage.ts';

/** One of our pages, or a listing with our content script in it. */
export interface Actor {
  page: Page;
  session: CDPSession;
  /** Lets our script there send a message; what becomes of it is told. */
  ask(asking: Asking): void;
  /** A name that changes when the page is loaded again, and not when it comes back as it was. */
  identity(): Promise<unknown>;
  /** Resolves when everything that the page has told until now was heard. */
  heard(): Promise<void>;
}

/** Follows a page from before its first load, and hears of every edit that our script sends there. */
export async function follow(page: Page, hear: (told: Told) => void): Promise<Actor> {
  const session = await page.context().newCDPSession(page);
  let ours: number | undefined;
  const heard = new Set<string>();
  function hearOnce(told: Told): void {
    if (heard.has(told.turn)) return;
    heard.add(told.turn);
    hear(told);
  }
  session.on('Runtime.executionContextCreated', ({ context }) => {
    const isOurs = context.origin.startsWith('chrome-extension://');
    // Playwright has worlds of its own, without what an extension is given.
    if (!isOurs || context.name.startsWith('__playwright')) return;
    ours = context.id;
    // A page that dies at once has nothing to tell.
    session
      .send('Runtime.evaluate', { contextId: context.id, expression: `(${watchMessages})()` })
      .catch(() => {});
  });
  session.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name === 'faultsTell') hearOnce(JSON.parse(payload) as Told); // said by inPage.ts
  });
  await session.send('Runtime.addBinding', { name: 'faultsTell' });
  await session.send('Runtime.enable');
  return {
    page,
    session,
    ask(asking) {
      if (ours === undefined) return;
      const expression = `void globalThis.faultsAsk?.(${JSON.stringify(asking)})`;
      session.send('Runtime.evaluate', { contextId: ours, expression }).catch(() => {}); // it has died
    },
    async identity() {
      // Worlds of a page that comes back are told of only to who asks again.
      await session.send('Runtime.disable');
      await session.send('Runtime.addBinding', { name: 'faultsTell' });
      await session.send('Runtime.enable');
      const where = ours === undefined ? {} : { contextId: ours };
      const expression = 'JSON.stringify([globalThis.faultsPage, globalThis.faultsTold ?? []])';
      const { result } = await session.send('Runtime.evaluate', { expression, ...where });
      const [name, told] = JSON.parse(result.value) as [unknown, Told[]]; // said by inPage.ts
      // What was told while nobody asked.
      told.forEach(hearOnce);
      return name;
    },
    async heard() {
      await session.send('Runtime.evaluate', { expression: '0' });
    },
  };
}
