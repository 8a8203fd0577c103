import { describe, expect, test } from 'vitest';
import { emptyAnnotation } from '../../lib/papers/annotation';
import { timeline } from '../../lib/papers/timeline';

const seen = {
  firstSeenAt: '2026-04-01T08:00:00Z',
  firstSeenOn: '/papers',
  lastSeenAt: '2026-04-09T08:00:00Z',
  lastSeenOn: '/papers/trending',
};

describe('the history of a paper', () => {
  test('tells sightings and deeds, the latest first', () => {
    const deeds = [
      { at: '2026-04-02T08:00:00Z', starred: true, status: 'to-read' as const },
      { at: '2026-04-03T08:00:00Z', trashed: true },
      { at: '2026-04-04T08:00:00Z', trashed: false },
      { at: '2026-04-05T08:00:00Z', starred: false, status: null },
    ];
    expect(timeline(seen, deeds, null)).toEqual([
      { kind: 'lastSeen', at: '2026-04-09T08:00:00Z', on: '/papers/trending' },
      { kind: 'status', at: '2026-04-05T08:00:00Z', status: null },
      { kind: 'unstarred', at: '2026-04-05T08:00:00Z' },
      { kind: 'restored', at: '2026-04-04T08:00:00Z' },
      { kind: 'removed', at: '2026-04-03T08:00:00Z' },
      { kind: 'status', at: '2026-04-02T08:00:00Z', status: 'to-read' },
      { kind: 'starred', at: '2026-04-02T08:00:00Z' },
      { kind: 'firstSeen', at: '2026-04-01T08:00:00Z', on: '/papers' },
    ]);
  });

  test('tells a star and a status that were imported by their own times, and no deed twice', () => {
    const annotation = {
      ...emptyAnnotation('2026-01-01T00:00:00Z'),
      starred: true,
      starredAt: '2026-01-01T00:00:00Z',
      status: 'read' as const,
      statusAt: '2026-01-02T00:00:00Z',
    };
    const told = [
      { kind: 'status', at: '2026-01-02T00:00:00Z', status: 'read' },
      { kind: 'starred', at: '2026-01-01T00:00:00Z' },
    ];
    expect(timeline(null, [], annotation)).toEqual(told);
    const deeds = [{ at: '2026-01-01T00:00:00Z', starred: true }];
    expect(timeline(null, deeds, annotation)).toEqual(told);
  });

  test('is one line for a paper seen once, and none for one never seen', () => {
    expect(timeline({ ...seen, lastSeenAt: seen.firstSeenAt }, [], null)).toHaveLength(1);
    expect(timeline(null, [], emptyAnnotation('2026-01-01T00:00:00Z'))).toEqual([]);
  });
});

describe('what other machines did, in the history of a paper', () => {
  const annotation = {
    ...emptyAnnotation('2026-01-01T00:00:00Z'),
    starred: true,
    starredAt: '2026-04-01T08:00:00Z',
    status: 'read' as const,
    statusAt: '2026-04-02T08:00:00Z',
  };
  const [at, machine] = ['2026-04-20T08:00:00Z', 'Desktop'];

  test('has the machine’s name, and is told once, at the time at which it was said there', () => {
    const deeds = [{ at, machine, starred: true, status: 'read' as const }];
    expect(timeline(null, deeds, annotation)).toEqual([
      { kind: 'status', at: '2026-04-02T08:00:00Z', status: 'read', machine },
      { kind: 'starred', at: '2026-04-01T08:00:00Z', machine },
    ]);
  });

  test('keeps the time at which it came, where something else was said since', () => {
    const deeds = [
      { at, machine, status: 'reading' as const },
      { at: '2026-04-21T08:00:00Z', status: 'read' as const },
    ];
    const now = { ...annotation, starred: false, statusAt: '2026-04-21T08:00:00Z' };
    expect(timeline(null, deeds, now)).toEqual([
      { kind: 'status', at: '2026-04-21T08:00:00Z', status: 'read' },
      { kind: 'status', at, status: 'reading', machine },
    ]);
  });

  test('are tags and notes, too: nothing else tells of them', () => {
    const deeds = [{ at, machine, came: ['tags', 'note'] as const }];
    expect(timeline(null, deeds, null)).toEqual([
      { kind: 'tags', at, machine },
      { kind: 'note', at, machine },
    ]);
  });

  test('is not told twice of a note that was joined', () => {
    const deeds = [
      { at, machine, came: ['note'] as const },
      { at, machine, conflict: { kind: 'notes' as const } },
    ];
    expect(timeline(null, deeds, null).map(({ kind }) => kind)).toEqual(['conflict']);
  });

  const status = { kind: 'status', other: 'reading', by: 'Laptop' } as const;
  const later = '2026-04-22T08:00:00Z';
  test.each([
    ['nothing was said since', status, [], true],
    ['only a star was set since', status, [{ at: later, starred: true }], true],
    ['a status was set since', status, [{ at: later, status: null }], false],
    ['there was another conflict since', status, [{ at: later, conflict: status }], false],
    ['a paper is back', { kind: 'back' } as const, [], true],
    ['it was removed since', { kind: 'back' } as const, [{ at: later, trashed: true }], false],
    ['notes were joined', { kind: 'notes' } as const, [{ at: later, status: null }], true],
  ])('a conflict is open as long as nothing was decided: %s', (_, conflict, since, isOpen) => {
    const told = timeline(null, [{ at, machine, status: 'read', conflict }, ...since], null);
    expect(told.filter((entry) => entry.kind === 'conflict').at(-1)).toEqual({
      ...{ kind: 'conflict', at, machine, conflict, isOpen },
    });
  });
});
