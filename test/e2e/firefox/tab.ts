import type { Surface } from '../harness/surface.ts';
import { until } from '../harness/until.ts';
import { type Bidi, call, type Node } from './bidi.ts';
import { controlsIn } from './controls.ts';

const KEY_ENTER = '\uE006';

/** What BiDi calls the keys that have no character. */
const KEYS: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: KEY_ENTER,
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

const SCROLL = `(e) => e.scrollIntoView({ block: 'center', behavior: 'instant' })`;

/** A page of Firefox, or its popup, with trusted input. */
export function surfaceIn(bidi: Bidi, context: string): Surface {
  const controls = controlsIn(bidi, context);

  async function perform(...keys: { type: 'keyDown' | 'keyUp'; value: string }[]): Promise<void> {
    const actions = [{ type: 'key', id: 'keyboard', actions: keys }];
    await bidi.send('input.performActions', { context, actions });
  }

  async function strike(...keys: string[]): Promise<void> {
    const down = keys.map((value) => ({ type: 'keyDown' as const, value }));
    const up = keys.toReversed().map((value) => ({ type: 'keyUp' as const, value }));
    await perform(...down, ...up);
  }

  return {
    find: controls.find,
    async clickOn(control) {
      await clickNode(bidi, context, controls.nodeOf(control));
    },
    async focusOn(control) {
      await call(bidi, context, 'drive', '(e) => e.focus()', controls.nodeOf(control));
    },
    // All in one command: to go and come back takes longer than a key.
    async type(text) {
      const values = [...text].map((character) => (character === '\n' ? KEY_ENTER : character));
      await perform(
        ...values.flatMap((value) => [
          { type: 'keyDown' as const, value },
          { type: 'keyUp' as const, value },
        ]),
      );
    },
    async holding(key, act) {
      const value = KEYS[key] ?? key;
      await perform({ type: 'keyDown', value });
      await act();
      await perform({ type: 'keyUp', value });
    },
    press: (key) => strike(...key.split('+').map((part) => KEYS[part] ?? part)),
  };
}

async function clickNode(bidi: Bidi, context: string, node: Node): Promise<void> {
  await call(bidi, context, 'drive', SCROLL, node);
  const origin = { type: 'element', element: { sharedId: node.sharedId } };
  const actions = [
    { type: 'pointerMove', x: 0, y: 0, origin },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];
  await bidi.send('input.performActions', {
    context,
    actions: [{ type: 'pointer', id: 'mouse', actions }],
  });
}

/** Goes to an address and waits until it is loaded: the browser's own word for that does not always come. */
export async function navigate(bidi: Bidi, context: string, url: string): Promise<void> {
  await bidi.send('browsingContext.navigate', { context, url, wait: 'none' });
  const [address = ''] = new URL(url).href.split(/[?#]/);
  const there = `(address) => location.href.split(/[?#]/)[0] === address && document.readyState === 'complete'`;
  // While it goes from one page to the next there is nothing to ask.
  await until(
    `${url} to load`,
    () =>
      call<boolean>(bidi, context, 'page', there, address)
        .then((yes) => yes || undefined)
        .catch(() => undefined),
    40_000,
  );
}
