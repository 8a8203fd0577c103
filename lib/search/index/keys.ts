import { byteAt } from './bytes';

/**
 * Texts as bytes: each UTF-16 unit in 1 to 3 bytes. The order of the bytes is the order of the texts as JavaScript
 * compares them, and the beginning of a text is the beginning of its bytes.
 */
export interface Key {
  bytes: Uint8Array;
  length: number;
}

/** No text has such a byte, so a text followed by it comes after all that begin with the text. */
const BEYOND = 0xff;

/** An empty key, to be filled. */
export function emptyKey(): Key {
  return { bytes: new Uint8Array(64), length: 0 };
}

/** The key of a text, in `key` where one is given: it is overwritten. */
export function keyOf(text: string, key: Key = emptyKey()): Key {
  makeRoom(key, text.length * 3);
  const { bytes } = key;
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) {
      bytes[length++] = unit;
    } else if (unit < 0x800) {
      bytes[length++] = 0xc0 | (unit >> 6);
      bytes[length++] = 0x80 | (unit & 0x3f);
    } else {
      bytes[length++] = 0xe0 | (unit >> 12);
      bytes[length++] = 0x80 | ((unit >> 6) & 0x3f);
      bytes[length++] = 0x80 | (unit & 0x3f);
    }
  }
  key.length = length;
  return key;
}

/** The first key after all that begin with a text. */
export function keyBeyond(text: string): Key {
  const key = keyOf(text);
  makeRoom(key, key.length + 1);
  key.bytes[key.length++] = BEYOND;
  return key;
}

/** The text of a key. */
export function textOf({ bytes, length }: Key): string {
  const units: number[] = [];
  let at = 0;
  while (at < length) {
    const byte = byteAt(bytes, at++);
    if (byte < 0x80) units.push(byte);
    else if (byte < 0xe0) units.push(((byte & 0x1f) << 6) | (byteAt(bytes, at++) & 0x3f));
    else {
      const high = byteAt(bytes, at++) & 0x3f;
      units.push(((byte & 0x0f) << 12) | (high << 6) | (byteAt(bytes, at++) & 0x3f));
    }
  }
  return String.fromCharCode(...units);
}

/** Makes one key the other. */
export function copyKey(from: Key, to: Key): void {
  makeRoom(to, from.length);
  for (let at = 0; at < from.length; at++) to.bytes[at] = byteAt(from.bytes, at);
  to.length = from.length;
}

/** Negative, 0 or positive, as the keys' texts compare. */
export function compareKeys(a: Key, b: Key): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at++) {
    const difference = byteAt(a.bytes, at) - byteAt(b.bytes, at);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Lets a key hold so many bytes; those it has stay. */
export function makeRoom(key: Key, length: number): void {
  if (key.bytes.length >= length) return;
  const larger = new Uint8Array(Math.max(length, key.bytes.length * 2));
  larger.set(key.bytes);
  key.bytes = larger;
}
