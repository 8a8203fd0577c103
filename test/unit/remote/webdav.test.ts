import { describe, expect, test } from 'vitest';
import { RemoteFailure } from '../../../lib/remote/folder';
import { webDavFolder } from '../../../lib/remote/webdav';

const WHERE = { address: 'https://dav.example.org/a/', user: 'Jürgen', password: 'pass:wörd' };

function answering(answer: () => Response | Promise<Response>) {
  const asked: { url: string; init: RequestInit }[] = [];
  const folder = webDavFolder(WHERE, async (url, init) => {
    asked.push({ url, init });
    return answer();
  });
  return { folder, asked };
}

test('every request has what each server needs, and nothing that one of them gets wrong', async () => {
  const { folder, asked } = answering(() => new Response(null, { status: 201 }));
  await folder.create('parts', 'a.bin', new Uint8Array([1]));
  await folder.create('parts', 'b.bin', new Uint8Array([1]));
  await folder.create('main', 'c.bin', new Uint8Array([1]));
  await folder.remove('main', 'c.bin');
  expect(asked.map(({ url, init }) => `${init.method} ${url}`)).toEqual([
    'MKCOL https://dav.example.org/a/parts/',
    'PUT https://dav.example.org/a/parts/a.bin',
    'PUT https://dav.example.org/a/parts/b.bin',
    'PUT https://dav.example.org/a/c.bin',
    'DELETE https://dav.example.org/a/c.bin',
  ]);
  for (const { init } of asked) {
    const { headers, credentials, cache, redirect } = init;
    expect({ credentials, cache, redirect }).toEqual({
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'manual',
    });
    const names = Object.keys(headers ?? {});
    expect(['Authorization', 'Content-Type,Authorization']).toContain(names.join());
    const encoded = new Headers(headers).get('authorization')?.replace('Basic ', '') ?? '';
    expect(Buffer.from(encoded, 'base64').toString()).toBe('Jürgen:pass:wörd');
  }
});

describe('an answer', () => {
  test.each([
    [401, 'refused'],
    [403, 'refused'],
    [404, 'noFolder'],
    [409, 'noFolder'],
    [413, 'tooLarge'],
    [423, 'later'],
    [425, 'later'],
    [429, 'later'],
    [500, 'later'],
    [503, 'later'],
    [507, 'full'],
    [302, 'untrusted'],
    [308, 'untrusted'],
  ])('%i to a new file means %s', async (status, code) => {
    const { folder } = answering(() => new Response(null, { status }));
    const failed = folder.create('main', 'a.bin', new Uint8Array());
    await expect(failed).rejects.toMatchObject({ code, status });
  });

  test.each<[string, () => Response | Promise<Response>, string]>([
    ['a page', () => new Response('<html>Log in</html>'), 'notWebDav'],
    ['a page that says 207', () => new Response('<html></html>', { status: 207 }), 'notWebDav'],
    ['a server without WebDAV', () => new Response(null, { status: 405 }), 'notWebDav'],
    ['no folder', () => new Response(null, { status: 404 }), 'noFolder'],
    ['nobody', () => Promise.reject(new TypeError('Failed to fetch')), 'offline'],
    ['too many requests', () => new Response(null, { status: 429 }), 'later'],
  ])('to a list from %s', async (_, answer, code) => {
    const { folder } = answering(answer);
    await expect(folder.list('main')).rejects.toMatchObject({ code });
    await expect(folder.list('main')).rejects.toBeInstanceOf(RemoteFailure);
  });

  test('says when the server wants to be asked again', async () => {
    const headers = { 'Retry-After': '120' };
    const { folder } = answering(() => new Response(null, { status: 503, headers }));
    await expect(folder.read('main', 'a')).rejects.toMatchObject({ retryAfter: 120 });
  });

  test('of 404 means not there, and nothing more', async () => {
    const { folder } = answering(() => new Response(null, { status: 404 }));
    expect(await folder.read('main', 'a')).toBeNull();
    await folder.remove('main', 'a');
    expect(await folder.list('parts')).toEqual(new Map());
  });
});

test('an answer without end is given up, whatever was asked', async () => {
  const megabyte = new Uint8Array(2 ** 20);
  let sent = 0;
  const endless = (status: number) => {
    const body = new ReadableStream({
      pull: (stream) => {
        sent += 1;
        stream.enqueue(megabyte);
      },
    });
    return new Response(body, { status });
  };
  const where = { address: 'https://example.org/', user: 'u', password: 'p' };
  const read = await webDavFolder(where, async () => endless(200)).read('main', 'a.bin');
  expect(read?.length).toBeLessThan(70 * 2 ** 20);
  await expect(webDavFolder(where, async () => endless(207)).list('main')).rejects.toThrow();
  expect(sent).toBeLessThan(140);
});
