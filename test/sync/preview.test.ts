import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { dismiss } from '../../lib/store/commands/dismiss';
import { saveSearch } from '../../lib/store/commands/searches';
import { colourTag } from '../../lib/store/commands/tags';
import { whatIsThere } from '../../lib/sync/lookingAround';
import { PLAIN } from '../../lib/sync/sealing';
import { nothingThere, withThere } from '../../lib/worker/syncing/previewing';
import { MemoryFolder } from '../fakes/memoryFolder';
import { randomOf, toolsOf } from '../unit/sync/tools';
import { idOf, machine } from './cycling';

const now = () => new Date('2026-03-01T00:00:00.000Z');

test('the preview counts what a first merge then does: papers alone, not the shelf, and not what was removed', async () => {
  const folder = new MemoryFolder();
  const laptop = await machine(folder, 'Laptop');
  for (const n of [1, 2, 3, 4]) await laptop.say(n, { note: `laptop ${n}`, addTags: ['rl'] });
  await laptop.cycles.run(true);
  await laptop.cycles.run(true);
  await laptop.remove(4);
  await laptop.say(3, { note: '' });
  await colourTag(laptop.db, 'rl', 'red', now);
  await saveSearch(laptop.db, { name: 'Mine', query: 'rl' }, now);
  const paper = { id: idOf(9), title: 'Not mine', authors: [] };
  await dismiss(laptop.db, { id: idOf(9), dismissed: true, paper }, now);
  await laptop.cycles.run(true);

  const desktop = await machine(folder, 'Desktop');
  await desktop.say(1, { note: 'desktop 1' });
  await desktop.say(2, { note: 'laptop 2' });
  await desktop.say(5, { note: 'desktop 5' });
  await desktop.remove(5);
  await desktop.say(6, { starred: true });
  const { db } = desktop;
  const preview = await whatIsThere(
    { folder: folder.view(), seal: PLAIN, tools: toolsOf(randomOf(1)) },
    { nothing: await nothingThere(db), add: (sum, some) => withThere(db, sum, some) },
  );
  expect(preview).toEqual({ kind: 'preview', there: 3, here: 3, together: 4, notesJoined: 1 });
  for (let n = 0; n < 2; n++) await desktop.cycles.run(true);
  expect(await desktop.count()).toBe(4);
  for (const note of ['desktop 1', 'laptop 1']) expect(await desktop.note(1)).toContain(note);
});
