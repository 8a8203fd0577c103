import { expect, test } from 'vitest';
import { CHECK_STEPS, type CheckStep } from '../../../lib/messages/syncMessages';
import { checkPlace } from '../../../lib/worker/syncing/checking';

const PLACE = {
  kind: 'webdav',
  address: 'https://nas.example/dav/',
  user: 'ada',
  password: 'secret',
} as const;

/** A WebDAV server in a few lines. What it is asked passes by `before`, which may answer instead. */
function server(before: (method: string, name: string) => Response | null = () => null) {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const asked: string[] = [];
  const ask = async (address: string, init: RequestInit): Promise<Response> => {
    const [method = 'GET', name = ''] = [init.method, address.slice(PLACE.address.length)];
    asked.push(method);
    if (init.signal?.aborted) throw init.signal.reason;
    const instead = before(method, name);
    if (instead !== null) return instead;
    if (method === 'PROPFIND') return new Response(listOf(files), { status: 207 });
    if (method === 'PUT')
      files.set(name, init.body as Uint8Array<ArrayBuffer>); // as the check creates it
    else if (method === 'GET') {
      const bytes = files.get(name);
      return bytes ? new Response(bytes) : new Response(null, { status: 404 });
    } else files.delete(name);
    return new Response(null, { status: 201 });
  };
  const permissions = { contains: async () => true, remove: async () => true };
  const permissionFor = () => ({ origins: [] });
  const picked = async () => null;
  return { files, asked, reach: { ask, permissions, permissionFor, picked } };
}

function listOf(files: ReadonlyMap<string, Uint8Array>): string {
  const entries = [...files].map(
    ([name, { length }]) =>
      `<d:response><d:href>/dav/${name}</d:href><d:propstat><d:prop><d:getcontentlength>${length}</d:getcontentlength></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>`,
  );
  return `<?xml version="1.0"?><d:multistatus xmlns:d="DAV:">${entries.join('')}</d:multistatus>`;
}

test('a place is tried in nine steps, and each is told when it is done', async () => {
  const { files, reach } = server();
  const told: (readonly CheckStep[])[] = [];
  const answer = await checkPlace(PLACE, reach, { told: async (done) => void told.push(done) });
  expect(answer).toEqual({ done: [...CHECK_STEPS], failed: null, there: { kind: 'empty' } });
  expect(told).toEqual([[], ...CHECK_STEPS.map((_, at) => CHECK_STEPS.slice(0, at + 1))]);
  expect(files.size).toBe(0);
});

test.each([
  ['findWithSize', 'PROPFIND'],
  ['readBack', 'GET'],
] as const)('a check that fails at %s leaves no file behind', async (step, method) => {
  let isCreated = false;
  const { files, reach } = server((asked) => {
    isCreated ||= asked === 'PUT';
    return isCreated && asked === method ? new Response(null, { status: 503 }) : null;
  });
  const { failed } = await checkPlace(PLACE, reach);
  expect(failed).toMatchObject({ step, why: 'later' });
  expect(files.size).toBe(0);
});

test.each(CHECK_STEPS.slice(0, -1))(
  'a check that is given up after %s asks nothing more, and leaves no file behind',
  async (last) => {
    const { files, asked, reach } = server();
    const life = new AbortController();
    let before = 0;
    const told = async (done: readonly CheckStep[]): Promise<void> => {
      if (done.at(-1) !== last) return;
      life.abort();
      before = asked.length;
    };
    const answer = await checkPlace(PLACE, reach, { told, signal: life.signal });
    expect(answer).toMatchObject({ failed: { why: 'offline' }, there: null });
    expect(files.size).toBe(0);
    expect(asked.slice(before).filter((method) => method !== 'DELETE')).toEqual([]);
  },
);

test('a server that sends us on is followed once, and the answer says where it came to', async () => {
  const { asked, reach } = server(() => {
    const answer = new Response(null, { status: asked.length === 1 ? 302 : 401 });
    const url = 'https://cloud.example/dav/';
    return Object.defineProperties(answer, { redirected: { value: true }, url: { value: url } });
  });
  const answer = await checkPlace(PLACE, reach);
  expect(answer.failed).toMatchObject({ why: 'untrusted', status: 302 });
  expect(answer.movedTo).toEqual({ address: 'https://cloud.example/dav/', isGuess: false });
  expect(asked).toEqual(['PROPFIND', 'PROPFIND']);
});
