import { bothChanges, type Change } from '../../messages/announce';

/** Takes changes in one after the other; those that come meanwhile are taken in together. */
export function coalesced(
  takeIn: (change: Change) => Promise<void>,
): (change: Change) => Promise<void> {
  let pending: Change | null = null;
  let taking: Promise<void> | null = null;

  async function takeAll(): Promise<void> {
    while (pending !== null) {
      const change = pending;
      pending = null;
      await takeIn(change);
    }
  }

  return (change) => {
    pending = bothChanges(pending ?? [], change);
    taking ??= takeAll().finally(() => {
      taking = null;
    });
    return taking;
  };
}
