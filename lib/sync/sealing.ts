/** Bytes that WebCrypto takes. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** How content gets its name, and what is done to it before it leaves. */
export interface Seal {
  /** What content is known by: 128 bits, hexadecimal. */
  hash(content: Bytes): Promise<string>;
  close(packed: Bytes, hash: string): Promise<Bytes>;
  /** Null where the bytes are not what was closed under this hash. */
  open(sealed: Bytes, hash: string): Promise<Bytes | null>;
}

/** No passphrase: anyone who can read the folder can read what is in it. */
export const PLAIN: Seal = {
  hash: async (content) => hex(await crypto.subtle.digest('SHA-256', content)).slice(0, 32),
  close: (packed) => Promise.resolve(packed),
  open: (sealed) => Promise.resolve(sealed),
};

/** What a card keeps of a folder's key. Binary values are hexadecimal. */
export interface LockedKey {
  salt: string;
  rounds: number;
  /** The key, encrypted with what the passphrase gives. It tells a wrong passphrase, too. */
  wrapped: string;
}

/** Rounds of PBKDF2-SHA-256 for new cards (OWASP, 2023); 0.1 to 0.5 s. */
export const ROUNDS = 600_000;

/** Rounds that a card may ask for: more would stop a machine, whoever wrote the card. */
export const MOST_ROUNDS = 10_000_000;

const NONCE_BYTES = 12;
const KEY_BYTES = 32;

/**
 * Locks a folder's key with a passphrase. A new passphrase is a new lock of the same key.
 * @param key 32 random bytes
 * @param salt 16 random bytes
 */
export async function lockKey(
  key: Bytes,
  passphrase: string,
  salt: Bytes,
  rounds = ROUNDS,
): Promise<LockedKey> {
  const lock = await lockOf(passphrase, salt, rounds);
  // The lock is new with each salt and closes nothing else, so its nonce may be fixed.
  const wrapped = await crypto.subtle.encrypt(gcm(new Uint8Array(NONCE_BYTES), ''), lock, key);
  return { salt: hex(salt), rounds, wrapped: hex(wrapped) };
}

/** The folder's key; null where the passphrase is another one. */
export async function unlockKey(
  { salt, rounds, wrapped }: LockedKey,
  passphrase: string,
): Promise<Bytes | null> {
  if (rounds > MOST_ROUNDS) return null;
  const lock = await lockOf(passphrase, fromHex(salt), rounds);
  const key = await opened(lock, new Uint8Array(NONCE_BYTES), fromHex(wrapped), '');
  return key?.length === KEY_BYTES ? key : null;
}

async function lockOf(passphrase: string, salt: Bytes, iterations: number): Promise<CryptoKey> {
  // Keyboards write one letter in two ways.
  const text = new TextEncoder().encode(passphrase.normalize('NFC'));
  const base = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  const kind = { name: 'AES-GCM', length: 256 };
  return crypto.subtle.deriveKey(how, base, kind, false, ['encrypt', 'decrypt']);
}

/**
 * The seal of a folder with a passphrase. Three keys are derived from the folder's: one encrypts, one names content, one
 * makes nonces. A nonce is made of the very bytes that are encrypted: browsers compress one content differently, and two
 * texts must not share one; so the same bytes are the same file wherever they are sealed, and no nonce serves twice.
 */
export async function sealWith(key: Bytes | CryptoKey): Promise<Seal> {
  const base = key instanceof CryptoKey ? key : await keptKey(key);
  const derive = (
    purpose: string,
    kind: AesKeyGenParams | HmacKeyGenParams,
    uses: KeyUsage[],
  ): Promise<CryptoKey> => {
    const info = new TextEncoder().encode(`asterism ${purpose}`);
    const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
    return crypto.subtle.deriveKey(how, base, kind, false, uses);
  };
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  const [content, names, nonces] = await Promise.all([
    derive('content', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']),
    derive('names', hmac, ['sign']),
    derive('nonces', hmac, ['sign']),
  ]);
  return {
    hash: async (text) => hex(await crypto.subtle.sign('HMAC', names, text)).slice(0, 32),
    async close(packed, hash) {
      const named = concat(new TextEncoder().encode(hash), packed);
      const made = new Uint8Array(await crypto.subtle.sign('HMAC', nonces, named));
      const nonce = made.slice(0, NONCE_BYTES);
      const sealed = await crypto.subtle.encrypt(gcm(nonce, hash), content, packed);
      return concat(nonce, new Uint8Array(sealed));
    },
    open: (sealed, hash) =>
      opened(content, sealed.slice(0, NONCE_BYTES), sealed.slice(NONCE_BYTES), hash),
  };
}

/** A folder's key in the form in which a browser keeps it: it is used, and gives its bytes to nobody. */
export function keptKey(key: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', key, 'HKDF', false, ['deriveKey']);
}

async function opened(
  key: CryptoKey,
  nonce: Bytes,
  sealed: Bytes,
  about: string,
): Promise<Bytes | null> {
  if (nonce.length < NONCE_BYTES) return null;
  try {
    return new Uint8Array(await crypto.subtle.decrypt(gcm(nonce, about), key, sealed));
  } catch {
    return null; // another key, or other bytes: WebCrypto does not say which, and nobody needs to know
  }
}

function gcm(iv: Bytes, about: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(about) };
}

function concat(a: Bytes, b: Bytes): Bytes {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** Bytes as text. */
export function hex(bytes: ArrayBuffer | Bytes): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The bytes that a hexadecimal text names. */
export function fromHex(text: string): Bytes {
  const bytes = text.match(/[0-9a-f]{2}/g) ?? [];
  return Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16));
}
