import type { CDPSession, Page } from 'playwright';
import type { Control, Wanted } from './controls.ts';
import { clickInDevTools, findInDevTools } from './devTools.ts';
import type { Session } from './session.ts';

/** Where controls are found, pressed and typed into, in any browser: a page, or the real popup. */
export interface Surface {
  /** All controls that fit and are there now, in the page's order; see `findControls`. */
  find(wanted: Wanted): Promise<Control[]>;
  /** Clicks the middle of a control with the trusted mouse. */
  clickOn(control: Control): Promise<void>;
  /** Gives a control the focus, as Tab would. */
  focusOn(control: Control): Promise<void>;
  type(text: string): Promise<void>;
  /** Presses a key, or a key with modifiers: `Control+a`. */
  press(key: string): Promise<void>;
  /** Holds a key down while something is done. */
  holding(key: string, act: () => Promise<void>): Promise<void>;
}

/** One of Chromium's, which speaks the DevTools protocol. */
export interface DevToolsSurface extends Surface {
  send: CDPSession['send'];
  click(x: number, y: number): Promise<void>;
}

type Input = Pick<DevToolsSurface, 'send' | 'click' | 'type' | 'press' | 'holding'>;

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** A page, with Playwright's mouse and keyboard. */
export async function surfaceOf(page: Page): Promise<DevToolsSurface> {
  let session = sessions.get(page);
  if (session === undefined) {
    session = page.context().newCDPSession(page);
    sessions.set(page, session);
  }
  const { send } = await bound(session);
  return complete({
    send,
    click: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    async holding(key, act) {
      await page.keyboard.down(key);
      await act();
      await page.keyboard.up(key);
    },
  });
}

function complete(input: Input): DevToolsSurface {
  return {
    ...input,
    find: (wanted) => findInDevTools(input, wanted),
    clickOn: (control) => clickInDevTools(input, control),
    focusOn: async ({ node }) => {
      await input.send('DOM.focus', { backendNodeId: node });
    },
  };
}

async function bound(session: Promise<CDPSession>): Promise<Pick<CDPSession, 'send'>> {
  const opened = await session;
  return { send: opened.send.bind(opened) as CDPSession['send'] }; // bind forgets that it is generic
}

/** The keys that the popup's tests press, beside letters and digits. */
const KEYS: Record<string, { code: string; windowsVirtualKeyCode: number; text?: string }> = {
  Enter: { code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  Tab: { code: 'Tab', windowsVirtualKeyCode: 9 },
  Escape: { code: 'Escape', windowsVirtualKeyCode: 27 },
  Backspace: { code: 'Backspace', windowsVirtualKeyCode: 8 },
  ArrowDown: { code: 'ArrowDown', windowsVirtualKeyCode: 40 },
  ArrowUp: { code: 'ArrowUp', windowsVirtualKeyCode: 38 },
  Home: { code: 'Home', windowsVirtualKeyCode: 36 },
  Delete: { code: 'Delete', windowsVirtualKeyCode: 46 },
};

/** A target without a Playwright page, with trusted input of the DevTools protocol. */
export function surfaceOfSession({ send }: Session): DevToolsSurface {
  return complete({
    send,
    click: async (x, y) => {
      for (const type of ['mousePressed', 'mouseReleased'] as const) {
        await send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
      }
    },
    type: async (text) => {
      for (const character of text) await send('Input.insertText', { text: character });
    },
    press: async (key) => {
      const known = key.length === 1 ? { text: key } : KEYS[key];
      if (known === undefined) throw new Error(`Add the key ${key} to KEYS.`);
      await send('Input.dispatchKeyEvent', { type: 'keyDown', key, ...known });
      await send('Input.dispatchKeyEvent', { type: 'keyUp', key, ...known });
    },
    holding: () => Promise.reject(new Error('No test of the popup holds a key yet.')),
  });
}
