import type { Change } from '../messages/announce';
import type { PaperId } from '../papers/ids';

/** The tabs whose badge a change may alter: those that show one of the changed papers. */
export function affectedTabs<S extends { ids: readonly PaperId[] }>(
  shown: ReadonlyMap<number, S>,
  change: Change,
): [tabId: number, shown: S][] {
  const changed = change === 'all' ? null : new Set(change);
  return [...shown].filter(([, { ids }]) => changed === null || ids.some((id) => changed.has(id)));
}
