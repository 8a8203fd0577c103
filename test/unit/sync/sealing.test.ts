import { createCipheriv, createDecipheriv, createHmac, hkdfSync, pbkdf2Sync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pack, unpack } from '../../../lib/sync/files';
import { fromHex, hex, lockKey, PLAIN, sealWith, unlockKey } from '../../../lib/sync/sealing';

// Node's own cryptography, which is not WebCrypto's, is the judge.

const KEY = fromHex('00112233445566778899aabbccddeeff'.repeat(2));
const SALT = fromHex('0f1e2d3c4b5a69788796a5b4c3d2e1f0');
const ROUNDS = 1_000;

function derived(purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', KEY, new Uint8Array(), `asterism ${purpose}`, 32));
}

describe('the key of a folder', () => {
  test('is locked by PBKDF2 and AES-GCM', async () => {
    const { wrapped, ...rest } = await lockKey(KEY, 'corréct horse', SALT, ROUNDS);
    expect(rest).toEqual({ salt: hex(SALT), rounds: ROUNDS });
    const lock = pbkdf2Sync('corréct horse', SALT, ROUNDS, 32, 'sha256');
    const cipher = createCipheriv('aes-256-gcm', lock, Buffer.alloc(12));
    const by = Buffer.concat([cipher.update(KEY), cipher.final(), cipher.getAuthTag()]);
    expect(wrapped).toBe(by.toString('hex'));
  });

  test('is unlocked by its passphrase, however a keyboard writes it, and by no other one', async () => {
    const locked = await lockKey(KEY, 'corre\u0301ct horse', SALT, ROUNDS);
    expect(await unlockKey(locked, 'corr\u00e9ct horse')).toEqual(KEY);
    expect(await unlockKey(locked, 'correct horse')).toBeNull();
    expect(await unlockKey({ ...locked, salt: hex(KEY.slice(0, 16)) }, 'corréct horse')).toBeNull();
    expect(await unlockKey({ ...locked, wrapped: '' }, 'corréct horse')).toBeNull();
    expect(await unlockKey({ ...locked, rounds: 1e12 }, 'corréct horse')).toBeNull();
  });

  test('stays the same under a new passphrase', async () => {
    const locked = await lockKey(KEY, 'another', KEY.slice(0, 16), ROUNDS);
    expect(await unlockKey(locked, 'another')).toEqual(KEY);
  });
});

describe('what is sealed', () => {
  const text = fc.oneof(fc.string(), fc.string({ minLength: 5_000 }));

  test('is AES-GCM of the packed bytes, under a nonce made of them, with its name beside', async () => {
    const seal = await sealWith(KEY);
    const { hash, bytes } = await pack('{"a":1}\n', seal);
    expect(hash).toBe(
      createHmac('sha256', derived('names')).update('{"a":1}\n').digest('hex').slice(0, 32),
    );
    const nonce = createHmac('sha256', derived('nonces')).update(`${hash}{"a":1}\n`).digest();
    expect(hex(bytes.slice(0, 12))).toBe(nonce.toString('hex').slice(0, 24));
    const cipher = createDecipheriv('aes-256-gcm', derived('content'), bytes.slice(0, 12));
    cipher.setAAD(Buffer.from(hash)).setAuthTag(bytes.slice(-16));
    expect(cipher.update(bytes.slice(12, -16)).toString()).toBe('{"a":1}\n');
  });

  test('is what it was when this was written', async () => {
    const { hash, bytes } = await pack('{"a":1}\n', await sealWith(KEY));
    expect({ hash, sealed: hex(bytes) }).toMatchInlineSnapshot(`
      {
        "hash": "4f00b852185b27a0e08a2390c8d9f604",
        "sealed": "cf1f78e1cc78d63ebc9efdafeffb8ba55d0185fb30cdbf566317d4c37bba985b76273160",
      }
    `);
  });

  test('is opened by its key alone, and not where a byte is another one', async () => {
    const [seal, other] = [await sealWith(KEY), await sealWith(KEY.slice().reverse())];
    await fc.assert(
      fc.asyncProperty(text, fc.nat(), fc.integer({ min: 1, max: 255 }), async (one, at, by) => {
        const { hash, bytes } = await pack(one, seal);
        const name = { hash, size: bytes.length };
        expect(await unpack(bytes, name, seal)).toBe(one);
        for (const wrong of [other, PLAIN]) {
          expect(await unpack(bytes, name, wrong)).toBeNull();
        }
        const damaged = bytes.slice();
        const place = at % bytes.length;
        damaged[place] = (damaged[place] ?? 0) ^ by;
        expect(await unpack(damaged, name, seal)).toBeNull();
        expect(await unpack(bytes, { ...name, hash: hash.replace(/./, 'x') }, seal)).toBeNull();
      }),
      { numRuns: 40 },
    );
  });

  test('is the same file wherever it is sealed, and shares its nonce with nothing else', async () => {
    const [one, again] = [await sealWith(KEY), await sealWith(KEY)];
    const nonces = new Set<string>();
    for (let n = 0; n < 200; n++) {
      const { bytes, hash } = await pack(`text ${n}`, one);
      expect(await pack(`text ${n}`, again)).toEqual({ bytes, hash });
      nonces.add(hex(bytes.slice(0, 12)));
    }
    expect(nonces.size).toBe(200);
  });
});
