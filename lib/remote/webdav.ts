import { joinBytes } from '../bytes';
import { type Place, RemoteFailure, type RemoteFolder } from './folder';
import { readMultistatus } from './multistatus';

/** Where a folder is on a WebDAV server, and who may use it. */
export interface WebDavAddress {
  /** http(s), ends with "/". */
  address: string;
  user: string;
  password: string;
}

/** `fetch`, as far as it is used: whoever makes a folder decides what reaches the network. */
export type Ask = (address: string, init: RequestInit) => Promise<Response>;

/** Most bytes of one answer: no file and no list of ours has as many. */
const MOST_BYTES = 64 * 2 ** 20;

/** A server that is silent for so long is not there. Milliseconds. */
const PATIENCE = 60_000;

const PROPFIND =
  '<?xml version="1.0"?><propfind xmlns="DAV:"><prop><getcontentlength/></prop></propfind>';

/**
 * A folder on a WebDAV server. It lists, reads, creates and deletes, and needs nothing else that servers differ in: no
 * ETag, no lock, no condition, no overwriting. A redirect is refused: it may lead to somebody else.
 */
export function webDavFolder(where: WebDavAddress, ask: Ask): RemoteFolder {
  const server = new Server(where, ask);
  let hasParts = false;
  return {
    list: (place) => server.list(place),
    read: (place, name) => server.read(place, name),
    async create(place, name, bytes) {
      if (place === 'parts' && !hasParts) await server.makeFolder(place);
      hasParts ||= place === 'parts';
      await server.write(place, name, bytes);
    },
    remove: (place, name) => server.remove(place, name),
  };
}

/** Makes the folder of an address; there already is fine. The one that it is in has to be there. */
export async function makeWebDavFolder(where: WebDavAddress, ask: Ask): Promise<void> {
  await new Server(where, ask).makeFolder('main');
}

class Server {
  readonly #where: WebDavAddress;
  readonly #ask: Ask;

  constructor(where: WebDavAddress, ask: Ask) {
    this.#where = where;
    this.#ask = ask;
  }

  async list(place: Place): Promise<Map<string, number | undefined>> {
    const answer = await this.#request('PROPFIND', place, '', {
      body: PROPFIND,
      // lighttpd takes it with this type alone.
      headers: { Depth: '1', 'Content-Type': 'application/xml' },
    });
    // The parts are listed before the first of them is written.
    if (answer.status === 404 && place === 'parts') return new Map();
    if (answer.status === 404) throw failure('noFolder', answer);
    const entries = answer.status === 207 ? readMultistatus(await textOf(answer)) : null;
    if (entries === null) throw failureOf(answer, 'notWebDav');
    return new Map(
      entries.flatMap(({ name, size }) => (name === '' ? [] : [[name, size] as const])),
    );
  }

  async read(place: Place, name: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const answer = await this.#request('GET', place, name);
    if (answer.status === 404 || answer.status === 410) return null;
    if (answer.status !== 200) throw failureOf(answer, 'later');
    return bodyOf(answer);
  }

  async write(place: Place, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const headers = { 'Content-Type': 'application/octet-stream' };
    const answer = await this.#request('PUT', place, name, { body: bytes, headers });
    if (answer.ok) return;
    if (answer.status === 404 || answer.status === 409) throw failure('noFolder', answer);
    throw failureOf(answer, 'later');
  }

  async remove(place: Place, name: string): Promise<void> {
    const answer = await this.#request('DELETE', place, name);
    if (!answer.ok && answer.status !== 404 && answer.status !== 410) {
      throw failureOf(answer, 'later');
    }
  }

  /** Makes a folder; 405 is the answer where it is there. */
  async makeFolder(place: Place): Promise<void> {
    const answer = await this.#request('MKCOL', place, '');
    if (answer.ok || answer.status === 405) return;
    if (answer.status === 404 || answer.status === 409) throw failure('noFolder', answer);
    throw failureOf(answer, 'notWebDav');
  }

  /** One request with all that every request needs, and nothing else. */
  async #request(
    method: string,
    place: Place,
    name: string,
    { headers, ...init }: RequestInit = {},
  ): Promise<Response> {
    const { address, user, password } = this.#where;
    // nginx makes no folder whose address does not end with "/".
    const url = address + (place === 'parts' ? 'parts/' : '') + encodeURIComponent(name);
    let answer: Response;
    try {
      answer = await this.#ask(url, {
        ...init,
        method,
        headers: { ...headers, Authorization: basic(user, password) },
        cache: 'no-store',
        credentials: 'omit',
        // Not 'error': that looks as if nobody answered.
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE),
      });
    } catch (cause) {
      throw new RemoteFailure('offline', {}, { cause });
    }
    if (answer.type === 'opaqueredirect' || (answer.status >= 300 && answer.status < 400)) {
      throw failure('untrusted', answer);
    }
    if (answer.status === 401 || answer.status === 403) throw failure('refused', answer);
    return answer;
  }
}

/** What an answer means that none of the requests expects; `otherwise` where its status does not say. */
function failureOf(answer: Response, otherwise: 'later' | 'notWebDav'): RemoteFailure {
  const { status } = answer;
  if (status === 413) return failure('tooLarge', answer);
  if (status === 507) return failure('full', answer);
  const isBusy = status === 423 || status === 425 || status === 429;
  if (isBusy || (status >= 500 && status !== 501)) return failure('later', answer);
  return failure(otherwise, answer);
}

function failure(code: RemoteFailure['code'], { status, headers }: Response): RemoteFailure {
  const retryAfter = Number(headers.get('retry-after') ?? Number.NaN);
  return new RemoteFailure(code, { status, ...(retryAfter >= 0 && { retryAfter }) });
}

/** The bytes of an answer, up to `MOST_BYTES`: what has more is not a file of ours, and would only fill the memory. */
async function bodyOf(answer: Response): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const reader = answer.body?.getReader();
  let length = 0;
  try {
    for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
      pieces.push(read.value);
      length += read.value.length;
      if (length > MOST_BYTES) {
        await reader?.cancel();
        break;
      }
    }
  } catch (cause) {
    throw new RemoteFailure('offline', {}, { cause }); // cut off
  }
  return joinBytes(pieces);
}

async function textOf(answer: Response): Promise<string> {
  return new TextDecoder().decode(await bodyOf(answer));
}

/** A user and a password as a header has them, in UTF-8. */
function basic(user: string, password: string): string {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
}
