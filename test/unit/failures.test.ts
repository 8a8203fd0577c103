import { expect, test, vi } from 'vitest';
import { attempt, codeOf } from '../../lib/store/failures';

const named = (name: string, more: object = {}): Error =>
  Object.assign(new Error(name), { name, ...more });

test.each([
  ['full', named('QuotaExceededError')],
  ['full', named('AbortError', { inner: named('QuotaExceededError') })],
  [
    'full',
    named('BulkError', { failures: [named('ConstraintError'), named('QuotaExceededError')] }),
  ],
  ['storage', named('DatabaseClosedError')],
  ['storage', named('InvalidStateError')],
  ['storage', named('AbortError')],
  ['storage', named('OpenFailedError', { inner: named('UnknownError') })],
  [null, new TypeError('a bug')],
  [null, named('ConstraintError')],
  [null, 'not even an error'],
])('is %s: %s', (code, error) => {
  expect(codeOf(error)).toBe(code);
});

test('a command starts at once', () => {
  const command = vi.fn(async () => 1);
  void attempt(command, async () => {});
  expect(command).toHaveBeenCalledTimes(1);
});

test('a passing error is tried once more, without making room', async () => {
  const makeRoom = vi.fn(async () => {});
  const command = vi.fn(async () => 1).mockRejectedValueOnce(named('AbortError'));
  expect(await attempt(command, makeRoom)).toEqual({ ok: true, value: 1 });
  expect(makeRoom).not.toHaveBeenCalled();
});

test('a full disk makes room before the second try; that making room fails changes nothing', async () => {
  const makeRoom = vi.fn(async () => {
    throw named('QuotaExceededError');
  });
  const command = vi.fn(async () => 1).mockRejectedValue(named('QuotaExceededError'));
  expect(await attempt(command, makeRoom)).toMatchObject({ ok: false, code: 'full' });
  expect(makeRoom).toHaveBeenCalledTimes(1);
  expect(command).toHaveBeenCalledTimes(2);
});

test('a bug is thrown, at the first try and at the second', async () => {
  const bug = new TypeError('a bug');
  const first = vi.fn(() => Promise.reject(bug));
  await expect(attempt(first, async () => {})).rejects.toBe(bug);
  expect(first).toHaveBeenCalledTimes(1);
  const second = vi.fn(() => Promise.reject(bug)).mockRejectedValueOnce(named('AbortError'));
  await expect(attempt(second, async () => {})).rejects.toBe(bug);
});
