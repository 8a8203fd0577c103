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
