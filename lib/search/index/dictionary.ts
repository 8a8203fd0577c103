import { byteAt, createByteWriter, readVarint } from './bytes';
import { compareKeys, copyKey, emptyKey, type Key, makeRoom } from './keys';

/**
 * Different texts in ascending order, each stored as what it does not share with the one before it. Every 16th is
 * stored whole, so that any of them is found in a few steps.
 */
export interface Dictionary {
  count: number;
  bytes: Uint8Array<ArrayBuffer>;
  /** Where each block of 16 begins in `bytes`. */
  blocks: Uint32Array<ArrayBuffer>;
}

const BLOCK = 16;

/** Writes a dictionary; keys are added in ascending order. */
export interface DictionaryWriter {
  /** Adds a key and gives its number. */
  add(key: Key): number;
  /** How many were added. */
  count(): number;
  written(): Dictionary;
}

/** See `DictionaryWriter`. */
export function createDictionaryWriter(): DictionaryWriter {
  const writer = createByteWriter();
  const blocks: number[] = [];
  const last = emptyKey();
  let count = 0;
  return {
    add(key) {
      let shared = 0;
      if (count % BLOCK === 0) blocks.push(writer.length());
      else shared = sharedLength(last, key);
      writer.varint(shared);
      writer.varint(key.length - shared);
      writer.copy(key.bytes, shared, key.length);
      copyKey(key, last);
      return count++;
    },
    count: () => count,
    written: () => ({ count, bytes: writer.taken(), blocks: Uint32Array.from(blocks) }),
  };
}

/** A place in a dictionary that moves on from text to text. */
export interface Cursor {
  /** The number of the text it is at; `count` after the last. */
  index: number;
  readonly key: Key;
  /** Moves on; false after the last. */
  next(): boolean;
}

/** A cursor before the first text of a block. */
export function cursorOver(dictionary: Dictionary, block = 0): Cursor {
  const { bytes, blocks, count } = dictionary;
  const reader = { at: blocks[block] ?? bytes.length };
  const key = emptyKey();
  const cursor: Cursor = {
    index: block * BLOCK - 1,
    key,
    next() {
      if (cursor.index + 1 >= count) {
        cursor.index = count;
        return false;
      }
      cursor.index += 1;
      const shared = readVarint(bytes, reader);
      const rest = readVarint(bytes, reader);
      makeRoom(key, shared + rest);
      for (let at = 0; at < rest; at++) key.bytes[shared + at] = byteAt(bytes, reader.at++);
      key.length = shared + rest;
      return true;
    },
  };
  return cursor;
}

/** The number of the first text that is not before a key; `count` where there is none. */
export function lowerBound(dictionary: Dictionary, key: Key): number {
  let low = 0;
  let high = dictionary.blocks.length;
  // The last block whose first text is not after the key.
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (compareKeys(firstOf(dictionary, middle), key) <= 0) low = middle;
    else high = middle;
  }
  const cursor = cursorOver(dictionary, low);
  while (cursor.next() && compareKeys(cursor.key, key) < 0);
  return cursor.index;
}

/** The number of a text, or -1. */
export function indexOf(dictionary: Dictionary, key: Key): number {
  const index = lowerBound(dictionary, key);
  return index < dictionary.count && compareKeys(keyAt(dictionary, index), key) === 0 ? index : -1;
}

/** The text of a number, as a key of its own. */
export function keyAt(dictionary: Dictionary, index: number): Key {
  const cursor = cursorOver(dictionary, Math.floor(index / BLOCK));
  while (cursor.next() && cursor.index < index);
  return cursor.key;
}

function firstOf({ bytes, blocks }: Dictionary, block: number): Key {
  const reader = { at: blocks[block] ?? 0 };
  readVarint(bytes, reader); // shares nothing
  const length = readVarint(bytes, reader);
  return { bytes: bytes.subarray(reader.at, reader.at + length), length };
}

function sharedLength(a: Key, b: Key): number {
  const most = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < most && a.bytes[shared] === b.bytes[shared]) shared += 1;
  return shared;
}
