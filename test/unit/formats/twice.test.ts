import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fakeLibrary, openImport } from '../../fakes/importing';
import { sample } from './reading';

test.each(readdirSync(new URL('samples', import.meta.url)))(
  '%s a second time changes nothing, whatever the reader has done since',
  async (name) => {
    const fake = fakeLibrary();
    const { importing, last } = openImport(fake);
    await importing.choose(new File([sample(name)], name));
    await importing.apply();
    expect(fake.library.size).toBeGreaterThan(0);
    for (const [id, item] of fake.library) {
      expect(item).not.toHaveProperty('isImplied');
      const { annotation } = item;
      const at = '2026-12-01T00:00:00.000Z';
      const later = { ...annotation, starred: true, status: null, statusAt: at };
      fake.library.set(id, { ...item, annotation: later });
    }
    const before = [...fake.library.values()];
    await importing.choose(new File([sample(name)], name));
    expect(last()).toMatchObject({ step: 'preview', newCount: 0, mergeCount: 0 });
    expect([...fake.library.values()]).toEqual(before);
  },
);
