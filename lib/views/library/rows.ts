import type { PaperId } from '../../papers/ids';
import type { LibraryReader } from '../../store/reader';
import type { PaperCache } from '../paperCache';

/** Reads what is shown of papers: those that are bookmarks with what the reader said, others from the history. */
export interface Rows {
  /** Reads those of some papers that are not known yet. Whether any was. */
  read(ids: readonly PaperId[]): Promise<boolean>;
  /** Reads some papers again. */
  again(ids: readonly PaperId[]): Promise<void>;
}

/** See `Rows`. */
export function createRows(
  reader: Pick<LibraryReader, 'bookmarks' | 'papers'>,
  listed: PaperCache,
): Rows {
  /** Papers that are being read. */
  const pending = new Map<PaperId, Promise<void>>();
  /** Papers that were looked for in vain: they are not asked for again and again. */
  const gone = new Set<PaperId>();

  async function again(ids: readonly PaperId[]): Promise<void> {
    if (ids.length === 0) return;
    const kept = new Set<PaperId>();
    for (const row of await reader.bookmarks(ids)) {
      kept.add(row.paper.id);
      listed.put(row.paper, row.annotation);
    }
    const others = ids.filter((id) => !kept.has(id));
    const seen = others.length === 0 ? [] : await reader.papers(others);
    for (const paper of seen) {
      kept.add(paper.id);
      listed.put(paper, null);
    }
    for (const id of ids) {
      if (kept.has(id)) gone.delete(id);
      else {
        gone.add(id);
        listed.store(id, null);
      }
    }
  }

  return {
    again,
    async read(ids) {
      const unknown = [...new Set(ids)].filter(
        (id) => listed.get(id) === undefined && !gone.has(id),
      );
      const asked = unknown.filter((id) => !pending.has(id));
      const reading = again(asked).finally(() => {
        for (const id of asked) pending.delete(id);
      });
      for (const id of asked) pending.set(id, reading);
      await Promise.all([reading, ...unknown.map((id) => pending.get(id))]);
      return unknown.length > 0;
    },
  };
}
