import { expect, test } from 'vitest';
import { later } from '../../lib/later';

test('a part is not there before it is loaded, and is loaded once', async () => {
  let loads = 0;
  const part = later(() => Promise.resolve(++loads));
  expect(part.now()).toBeNull();
  expect(await part.load()).toBe(1);
  expect(part.now()).toBe(1);
  expect(await part.load()).toBe(1);
});

test('a part that could not be loaded is loaded again when it is wanted again', async () => {
  let isThere = false;
  const part = later(() => (isThere ? Promise.resolve('part') : Promise.reject(new Error('gone'))));
  await expect(part.load()).rejects.toThrow('gone');
  expect(part.now()).toBeNull();
  isThere = true;
  expect(await part.load()).toBe('part');
});
