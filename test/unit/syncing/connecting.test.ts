import { expect, test, vi } from 'vitest';
import type { Send } from '../../../lib/messages/delivery';
import { failure, success } from '../../../lib/messages/result';
import type { CheckAnswer, MergePreview, Refusal } from '../../../lib/messages/syncMessages';
import { CHECK_STEPS, type CheckStep } from '../../../lib/messages/syncMessages';
import { createConnecting, type Wishes } from '../../../lib/views/syncing/connecting';

const WISHES: Wishes = {
  place: { kind: 'webdav', address: 'https://nas.example/dav/', user: 'ada', password: 'secret' },
  host: 'nas.example',
  passphrase: '',
  machineName: 'Laptop',
};
const ID = '0123456789abcdef';
const PREVIEW: MergePreview = {
  kind: 'preview',
  there: 1_284,
  here: 96,
  together: 1_300,
  notesJoined: 12,
};
const EMPTY: CheckAnswer = { done: [...CHECK_STEPS], failed: null, there: { kind: 'empty' } };
const library = (isSealed: boolean): CheckAnswer => ({
  ...EMPTY,
  there: { kind: 'library', id: ID, isSealed, machines: 2 },
});

type Asked = [name: string, request: unknown];

/** A machine that answers as it is told; what it was asked is in `asked`. */
function stage({
  check = EMPTY,
  previews = [PREVIEW],
  joins = [],
  isConnected = false,
  permits = true,
  whileChecking = () => {},
}: {
  check?: CheckAnswer | 'unanswered';
  previews?: (MergePreview | Refusal)[];
  /** Why it is not joined, before it is. */
  joins?: Refusal[];
  isConnected?: boolean;
  permits?: boolean;
  whileChecking?: () => void;
} = {}) {
  const asked: Asked[] = [];
  /** Who hears of the steps of the check. */
  let heard: ((done: CheckStep[]) => void) | null = null;
  const answers: Record<string, () => unknown> = {
    'sync.endCheck': () => success({ told: true }),
    'sync.check': () => {
      whileChecking();
      return check === 'unanswered' ? failure('unanswered', '') : success(check);
    },
    'sync.preview': () => success(previews.shift()),
    'sync.connect': () => success(joins.shift() ?? { kind: 'started' }),
  };
  const send = (async (name: string, request: unknown) => {
    asked.push([name, request]);
    return answers[name]?.();
  }) as Send; // the answers are those of the contract
  const permit = vi.fn(async () => permits);
  const giveBack = vi.fn();
  const onCheckNews = (hears: (done: CheckStep[]) => void, signal: AbortSignal): void => {
    heard = hears;
    signal.addEventListener('abort', () => {
      heard = null;
    });
  };
  const isCorrection = (): boolean => isConnected;
  const connecting = createConnecting({ send, onCheckNews, permit, giveBack, isCorrection });
  return {
    connecting,
    tell: (done: CheckStep[]) => heard?.(done),
    asked,
    permit,
    giveBack,
    names: () => asked.map(([name]) => name),
  };
}

test('a library is connected in three steps: tried, looked at, joined', async () => {
  const { connecting, asked, permit } = stage();
  await connecting.connect(WISHES);
  expect(permit).toHaveBeenCalledOnce();
  expect(connecting.state()).toEqual({
    step: 'preview',
    preview: PREVIEW,
    there: { kind: 'empty' },
  });
  await connecting.goOn();
  const { place, machineName } = WISHES;
  expect(asked).toEqual([
    ['sync.check', { place }],
    ['sync.preview', { place, library: null }],
    ['sync.connect', { place, machineName, library: null }],
  ]);
  expect(connecting.state()).toEqual({ step: 'started' });
});

test('nothing is contacted that the browser was not allowed to', async () => {
  const { connecting, asked } = stage({ permits: false });
  await connecting.connect(WISHES);
  expect(asked).toEqual([]);
  expect(connecting.state()).toEqual({ step: 'form', problem: { kind: 'notPermitted' } });
});

test('the browser is asked before anything else is waited for: in the click', () => {
  const { connecting, permit } = stage();
  void connecting.connect(WISHES);
  expect(permit).toHaveBeenCalledOnce();
});

test('a place that cannot be used ends there, with the step that failed', async () => {
  const failed = { step: 'readBack', why: 'later', status: null } as const;
  const check: CheckAnswer = { done: ['reach'], failed, there: null };
  const { connecting, names } = stage({ check });
  await connecting.connect(WISHES);
  expect(connecting.state()).toEqual({ step: 'unfit', check });
  expect(names()).toEqual(['sync.check']);
});

// A newer library, and one whose card has not come yet.
test.each(['newer', 'cardless'] as const)('what is %s is left alone', async (kind) => {
  const { connecting, names } = stage({ check: { ...EMPTY, there: { kind } } });
  await connecting.connect(WISHES);
  expect(connecting.state()).toEqual({ step: 'form', problem: { kind } });
  expect(names()).toEqual(['sync.check']);
});

test('a passphrase is asked for where there is one, and again while it is wrong', async () => {
  const previews = [{ kind: 'wrongPassphrase' } as const, PREVIEW];
  const { connecting, asked } = stage({ check: library(true), previews });
  await connecting.connect(WISHES);
  expect(connecting.state()).toEqual({ step: 'sealed', isWrong: false });
  await connecting.unseal('wrong');
  expect(connecting.state()).toEqual({ step: 'sealed', isWrong: true });
  await connecting.unseal('right');
  expect(connecting.state().step).toBe('preview');
  await connecting.goOn();
  expect(asked.at(-1)).toEqual(['sync.connect', expect.objectContaining({ passphrase: 'right' })]);
});

test('a passphrase that was filled in is tried at once', async () => {
  const { connecting, asked } = stage({ check: library(true) });
  await connecting.connect({ ...WISHES, passphrase: 'right' });
  expect(asked[1]).toEqual([
    'sync.preview',
    { place: WISHES.place, library: ID, passphrase: 'right' },
  ]);
});

test('who cancels has changed nothing, and gives the permission back', async () => {
  const { connecting, giveBack, names } = stage();
  await connecting.connect(WISHES);
  connecting.cancel();
  expect(connecting.state()).toEqual({ step: 'form', problem: null });
  expect(giveBack).toHaveBeenCalledExactlyOnceWith(WISHES);
  expect(names()).not.toContain('sync.connect');
});

test('of two places that are tried, the first loses its permission, but for what the second needs', async () => {
  const check: CheckAnswer = {
    done: ['reach'],
    failed: { step: 'logIn', why: 'refused', status: 401 },
    there: null,
  };
  const { connecting, giveBack } = stage({ check });
  const other = { ...WISHES, host: 'other.example' };
  await connecting.connect(WISHES);
  expect(giveBack).not.toHaveBeenCalled();
  await connecting.connect(other);
  expect(giveBack).toHaveBeenCalledExactlyOnceWith(WISHES, other);
});

test('an answer that comes after cancelling changes nothing', async () => {
  const { connecting } = stage();
  connecting.subscribe(() => connecting.state().step === 'checking' && connecting.cancel());
  await connecting.connect(WISHES);
  expect(connecting.state()).toEqual({ step: 'form', problem: null });
});

test('a machine that is connected is not asked what to merge, and keeps its permission', async () => {
  const { connecting, names, giveBack } = stage({ check: library(false), isConnected: true });
  await connecting.connect(WISHES);
  expect(names()).toEqual(['sync.check', 'sync.connect']);
  connecting.cancel();
  expect(giveBack).not.toHaveBeenCalled();
});

test('a library that is not the one that was shown leads back to the form, and is shown when it is tried again', async () => {
  const joins: Refusal[] = [{ kind: 'changed' }];
  const { connecting, asked } = stage({
    check: library(false),
    previews: [PREVIEW, PREVIEW],
    joins,
  });
  await connecting.connect(WISHES);
  await connecting.goOn();
  expect(connecting.state()).toEqual({ step: 'form', problem: { kind: 'changed' } });
  await connecting.connect(WISHES);
  expect(connecting.state()).toMatchObject({ step: 'preview', there: { id: ID } });
  await connecting.goOn();
  expect(asked.at(-1)).toEqual(['sync.connect', expect.objectContaining({ library: ID })]);
  expect(connecting.state()).toEqual({ step: 'started' });
});

test('a library that has changed before it could be compared leads back to the form, too', async () => {
  const previews: Refusal[] = [{ kind: 'changed' }];
  const { connecting, names } = stage({ check: library(false), previews });
  await connecting.connect(WISHES);
  expect(connecting.state()).toEqual({ step: 'form', problem: { kind: 'changed' } });
  expect(names()).not.toContain('sync.connect');
});

test('a passphrase is not sent for a library that was shown to have none, so that it counts as a promise where it is', async () => {
  const { connecting, asked } = stage({ check: library(false) });
  await connecting.connect({ ...WISHES, passphrase: 'not needed' });
  await connecting.goOn();
  expect(JSON.stringify(asked)).not.toContain('not needed');
  const empty = stage();
  await empty.connecting.connect({ ...WISHES, passphrase: 'needed' });
  await empty.connecting.goOn();
  expect(empty.asked.at(-1)).toEqual([
    'sync.connect',
    expect.objectContaining({ library: null, passphrase: 'needed' }),
  ]);
});

test('a connected machine that finds another library than its own is shown it, as a new one is', async () => {
  const joins: Refusal[] = [{ kind: 'changed' }];
  const { connecting, asked, names } = stage({ check: library(true), isConnected: true, joins });
  await connecting.connect(WISHES);
  expect(asked[1]).toEqual(['sync.connect', expect.not.objectContaining({ library: ID })]);
  expect(connecting.state()).toEqual({ step: 'sealed', isWrong: false });
  await connecting.unseal('right');
  expect(connecting.state().step).toBe('preview');
  await connecting.goOn();
  expect(names()).toEqual(['sync.check', 'sync.connect', 'sync.preview', 'sync.connect']);
  expect(asked.at(-1)).toEqual(['sync.connect', expect.objectContaining({ library: ID })]);
});

test('a connected machine need not say its passphrase again', async () => {
  const { connecting, names } = stage({ check: library(true), isConnected: true });
  await connecting.connect(WISHES);
  expect(names()).toEqual(['sync.check', 'sync.connect']);
  expect(connecting.state()).toEqual({ step: 'started' });
});

test('a worker that does not answer is said', async () => {
  const { connecting } = stage({ check: 'unanswered' });
  await connecting.connect(WISHES);
  expect(connecting.state()).toEqual({
    step: 'form',
    problem: { kind: 'notAnswered', code: 'unanswered' },
  });
});

test('each step is told as it is done, and none after the check is over', async () => {
  const { connecting, tell } = stage({
    whileChecking: () => {
      tell(['reach']);
      tell(['reach', 'logIn']);
    },
  });
  const told: (readonly CheckStep[])[] = [];
  connecting.subscribe(() => {
    const state = connecting.state();
    if (state.step === 'checking') told.push(state.done);
  });
  await connecting.connect(WISHES);
  tell(['reach', 'logIn', 'list']);
  expect(told).toEqual([[], ['reach'], ['reach', 'logIn']]);
  expect(connecting.state().step).toBe('preview');
});

test('a check that is cancelled ends at the server, too, and what it answers is for nobody', async () => {
  const { connecting, names, tell, giveBack } = stage({
    whileChecking: () => {
      connecting.cancel();
      tell(['reach']);
    },
  });
  await connecting.connect(WISHES);
  expect(names()).toEqual(['sync.check', 'sync.endCheck']);
  expect(connecting.state()).toEqual({ step: 'form', problem: null });
  expect(giveBack).toHaveBeenCalledExactlyOnceWith(WISHES);
});

test('what was permitted for another address is given back when the next one is tried', async () => {
  const failed = { step: 'reach', why: 'untrusted', status: 0 } as const;
  const movedTo = { address: 'https://cloud.example/dav/', isGuess: false };
  const { connecting, giveBack } = stage({ check: { done: [], failed, there: null, movedTo } });
  await connecting.connect(WISHES);
  expect(connecting.state()).toMatchObject({ step: 'unfit', check: { movedTo } });
  expect(giveBack).not.toHaveBeenCalled();
  const next: Wishes = { ...WISHES, host: 'cloud.example' };
  await connecting.connect(next);
  expect(giveBack).toHaveBeenCalledExactlyOnceWith(WISHES, next);
});
