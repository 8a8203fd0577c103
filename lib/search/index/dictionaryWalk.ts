import { type Cursor, cursorOver, type Dictionary } from './dictionary';
import { compareKeys, copyKey, emptyKey, type Key } from './keys';

/** Walks several dictionaries as if they were one: each text once, in order. */
export interface DictionaryWalk {
  /** The text it is at. */
  readonly key: Key;
  /** Which dictionaries have it. */
  readonly members: readonly number[];
  /** The text's number in one of those. */
  indexIn(member: number): number;
  /** Moves on; false after the last. */
  next(): boolean;
}

/** See `DictionaryWalk`. Made for a dozen dictionaries or fewer. */
export function walkDictionaries(dictionaries: readonly Dictionary[]): DictionaryWalk {
  const cursors: Cursor[] = dictionaries.map((dictionary) => cursorOver(dictionary));
  const open = cursors.map((cursor) => cursor.next());
  const key = emptyKey();
  const indexes = cursors.map(() => 0);
  const members: number[] = [];
  return {
    key,
    members,
    indexIn: (member) => indexes[member] ?? -1,
    next() {
      members.length = 0;
      let least: Cursor | undefined;
      for (let at = 0; at < cursors.length; at++) {
        const cursor = cursors[at];
        if (cursor === undefined || open[at] !== true) continue;
        const order = least === undefined ? -1 : compareKeys(cursor.key, least.key);
        if (order > 0) continue;
        if (order < 0) members.length = 0;
        least = cursor;
        members.push(at);
      }
      if (least === undefined) return false;
      copyKey(least.key, key);
      for (const member of members) {
        const cursor = cursors[member];
        if (cursor === undefined) continue;
        indexes[member] = cursor.index;
        open[member] = cursor.next();
      }
      return true;
    },
  };
}
