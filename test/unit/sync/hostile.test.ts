import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { annotationSchema, paperSchema } from '../../../lib/papers/schemas';
import type { Batch } from '../../../lib/sync/elements';
import { readLog, writeLog } from '../../../lib/sync/logs';
import { Peer } from './peer';
import { randomOf, toolsOf } from './tools';

// Whoever can write to the folder can write anything: what comes is data, and a row has only what a library may have.

const register = fc.oneof(
  fc.constantFrom('starred', 'status', 'note', 'tags', 'created', 'extra', 'facts'),
  fc.constantFrom('tag:rl', 'tag:', 'tag:__proto__', '__proto__x', 'constructor', 'toString'),
  fc.string(),
);
const value = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown[]>(
    ...[
      [true, null],
      ['read', 'yesterday'],
      ['read', '2026-01-01T00:00:00.000Z'],
    ],
    ...[
      ['rl', null],
      ['RL', '9999-12-31T23:59:59.999Z'],
      ['x'.repeat(200), null],
      ['', null],
    ],
    ...['2026-01-01T00:00:00.000Z', '-000001-01-01T00:00:00.000Z', { __proto__: null, a: 1 }],
    ...[{ id: 'hf:a', title: 'T', authors: [], githubRepo: 'javascript:alert(1)' }],
    ...[
      { id: 'hf:a', title: 'T', authors: ['A'] },
      { id: 'hf:other', title: 'T', authors: [] },
    ],
  ),
);
const record = fc.record({
  id: fc.constantFrom('hf:a', 'hf:../../etc', '__proto__', 'newer:thing'),
  over: fc.constant({}),
  set: fc.array(fc.tuple(register, value)).map((entries) => Object.fromEntries(entries)),
});
const batch: fc.Arbitrary<Batch> = fc.array(record, { minLength: 1, maxLength: 6 }).map(
  (records): Batch => ({
    dot: `${'ee'.repeat(8)}.1.0a0b0c0d`,
    before: '',
    at: '2026-01-01T00:00:00.000Z',
    seen: [],
    records,
  }),
);

const row = z.object({
  annotation: annotationSchema,
  extra: z.optional(z.record(z.string(), z.unknown())),
});

test('whatever a file of the folder says, a row has only what a library may have', () => {
  fc.assert(
    fc.property(batch, (one) => {
      const peer = new Peer(toolsOf(randomOf(1)));
      peer.do('hf:a', { kind: 'patch', patch: { note: 'mine' } });
      const [read] = readLog(writeLog([one], 'theirs')) ?? [];
      if (read === undefined) return;
      peer.receive(read);
      peer.settle();
      for (const { state, facts } of peer.papers.values()) {
        if (state.bookmark !== null) expect(row.safeParse(state.bookmark).success).toBe(true);
        if (facts !== null) expect(paperSchema.safeParse(facts).success).toBe(true);
      }
      expect(peer.paper('hf:a').state.bookmark?.annotation.note).toContain('mine');
      expect([...peer.papers.values()].filter(({ state }) => state.bookmark)).toHaveLength(1);
      expect(Object.prototype).not.toHaveProperty('a');
    }),
    { numRuns: 500 },
  );
});
