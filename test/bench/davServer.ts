import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** A WebDAV server with its files in memory: what it costs is next to nothing, and it counts what it is asked. */
export interface DavServer {
  /** Ends with "/". */
  address: string;
  /** Requests since the last look, as "PUT log-…". */
  taken(): string[];
  /** When the last file was read, by the clock of `performance`; null: none since the last look. */
  lastRead(): number | null;
  /** The id of the library that is there; null: none. */
  library(): string | null;
  /** Bytes of the files whose name begins so. */
  bytes(beginning?: string): number;
  /** Removes the files whose name begins so. */
  remove(beginning: string): void;
  stop(): Promise<void>;
}

/** Starts a server on this machine. Whoever asks may do everything. */
export async function startDav(): Promise<DavServer> {
  const files = new Map<string, Buffer>();
  let requests: string[] = [];
  let lastRead: number | null = null;
  const server = createServer((asked, answer) => {
    const path = decodeURIComponent(asked.url ?? '/');
    requests.push(`${asked.method} ${nameIn(path)}`.trim());
    if (asked.method === 'GET') answer.on('finish', () => (lastRead = performance.now()));
    reply(files, asked, path, answer);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('no port');
  const named = (beginning: string) =>
    [...files].filter(([path]) => nameIn(path).startsWith(beginning));
  return {
    address: `http://127.0.0.1:${at.port}/`,
    taken() {
      const taken = requests;
      [requests, lastRead] = [[], null];
      return taken;
    },
    lastRead: () => lastRead,
    library: () => named('library-').map(([path]) => nameIn(path).split('-')[1])[0] ?? null,
    bytes: (beginning = '') => named(beginning).reduce((all, [, bytes]) => all + bytes.length, 0),
    remove(beginning) {
      for (const [path] of named(beginning)) files.delete(path);
    },
    stop() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function reply(
  files: Map<string, Buffer>,
  asked: IncomingMessage,
  path: string,
  answer: ServerResponse,
): void {
  const chunks: Buffer[] = [];
  asked.on('data', (chunk: Buffer) => chunks.push(chunk));
  asked.on('end', () => {
    const file = files.get(path);
    switch (asked.method) {
      case 'PROPFIND':
        return void answer
          .writeHead(207, { 'Content-Type': 'application/xml' })
          .end(listOf(files, path));
      case 'PUT':
        files.set(path, Buffer.concat(chunks));
        return void answer.writeHead(201).end();
      case 'DELETE':
        return void answer.writeHead(files.delete(path) ? 204 : 404).end();
      case 'MKCOL':
        return void answer.writeHead(201).end();
      default:
        return void answer.writeHead(file ? 200 : 404).end(file);
    }
  });
}

/** What lies in a folder, as servers say it. */
function listOf(files: ReadonlyMap<string, Buffer>, folder: string): string {
  const entry = (path: string, size = ''): string =>
    `<D:response><D:href>${path}</D:href><D:propstat><D:prop>${size}</D:prop>` +
    '<D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>';
  const inside = [...files].filter(
    ([path]) => path.startsWith(folder) && !path.slice(folder.length).includes('/'),
  );
  const entries = inside.map(([path, bytes]) =>
    entry(path, `<D:getcontentlength>${bytes.length}</D:getcontentlength>`),
  );
  return `<?xml version="1.0"?><D:multistatus xmlns:D="DAV:">${entry(folder)}${entries.join('')}</D:multistatus>`;
}
