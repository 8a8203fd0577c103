import { expect } from 'vitest';
import type { Answer, MessageName, Request } from '../../../lib/messages/contract.ts';
import type { Result } from '../../../lib/messages/result.ts';
import type { SyncState } from '../../../lib/messages/syncMessages.ts';
import type { PaperId } from '../../../lib/papers/ids.ts';
import type { Browser, Tab } from './browser.ts';
import { exportLibrary } from './files.ts';

/** A profile as one of several machines with the same library. */
export interface Machine {
  /** What the worker answers. */
  ask<N extends MessageName>(name: N, request: Request<N>): Promise<Answer<N>>;
  state(): Promise<SyncState>;
  /** A cycle that was asked for, to its end. */
  sync(): Promise<void>;
  star(n: number, title?: string): Promise<void>;
  isStarred(n: number): Promise<boolean>;
}

/** A machine that any of the drivers has. */
export interface DrivenMachine extends Machine {
  browser: Browser;
  /** A page of ours that runs nothing by itself. */
  page: Tab;
  /** The export of the library, but for when it was made. */
  exported(): Promise<string>;
}

/** The id of a paper of these tests. */
export const idOf = (n: number): PaperId => `arxiv:2504.${String(n).padStart(5, '0')}`;

/** A profile, asked from one of our pages in it. */
export function machineAt(page: { evaluate<R>(expression: string): Promise<R> }): Machine {
  async function ask<N extends MessageName>(name: N, request: Request<N>): Promise<Answer<N>> {
    const message = JSON.stringify({ name, request });
    const result = await page.evaluate<Result<Answer<N>>>(`chrome.runtime.sendMessage(${message})`);
    if (!result.ok) throw new Error(`${name}: ${result.code} ${result.detail}`);
    return result.value;
  }
  const state = async (): Promise<SyncState> => (await ask('sync.status', {})).state;

  return {
    ask,
    state,
    async sync() {
      await ask('sync.now', {});
      await expect.poll(state).not.toMatchObject({ kind: 'syncing' });
    },
    async star(n, title = `Paper ${n}`) {
      const paper = { id: idOf(n), title, authors: ['Ada'] };
      await ask('annotation.patch', { id: idOf(n), patch: { starred: true }, paper });
    },
    async isStarred(n) {
      const { annotations } = await ask('annotations.get', { ids: [idOf(n)] });
      return annotations[idOf(n)]?.starred ?? false;
    },
  };
}

/** A profile of any browser. */
export async function machineIn(browser: Browser): Promise<DrivenMachine> {
  const page = await browser.openBare();
  return {
    ...machineAt(page),
    browser,
    page,
    async exported() {
      const options = await browser.openOwn('options.html');
      const text = await exportLibrary(options);
      await options.close();
      return text.replace(/"exportedAt": *"[^"]*"/, '');
    },
  };
}

/** Types into the field with a label, in place of what is there. */
export async function fillIn(tab: Tab, label: string, text: string): Promise<void> {
  await expect
    .poll(() =>
      tab.evaluate<boolean>(`(() => {
        const labels = [...document.querySelectorAll('label')];
        const field = labels.find((one) => one.innerText.trim() === ${JSON.stringify(label)})?.control;
        field?.focus();
        field?.select();
        return field !== undefined && document.activeElement === field;
      })()`),
    )
    .toBe(true);
  await tab.type(text);
}
