import { expect, test } from 'vitest';
import { ContentScriptContext } from '../../lib/page/context';

test('a newer script of ours ends the older one, and not itself', () => {
  const older = new ContentScriptContext();
  expect(older.signal.aborted).toBe(false);
  const newer = new ContentScriptContext();
  expect([older.signal.aborted, newer.signal.aborted]).toEqual([true, false]);
});
