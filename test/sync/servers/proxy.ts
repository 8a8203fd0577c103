import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

/** What the proxy does to one request. */
export type Mischief =
  | { kind: 'cutRequest' } // half of the body reaches the server
  | { kind: 'loseAnswer' } // the server did it, and nobody hears of it
  | { kind: 'cutAnswer' } // half of the answer comes back
  | { kind: 'delay'; milliseconds: number }
  | { kind: 'say'; status: number; headers?: Record<string, string>; body?: string };

/** A proxy between the machines and their server. */
export interface DavProxy {
  address: string;
  /** Requests since the last look, as "PUT log-…". */
  taken(): string[];
  /** Asked at each request. */
  mischief: (method: string, name: string) => Mischief | null;
  stop(): Promise<void>;
}

/** Starts a proxy in front of a server. */
export async function startProxy(server: string): Promise<DavProxy> {
  let requests: string[] = [];
  const proxy = createServer((incoming, outgoing) => {
    const method = incoming.method ?? '';
    const name = (incoming.url ?? '').split('/').at(-1) ?? '';
    requests.push(`${method} ${name}`.trim());
    passOn(incoming, outgoing, server, running.mischief(method, name));
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  const at = proxy.address();
  if (at === null || typeof at === 'string') throw new Error('no port');
  const running: DavProxy = {
    address: `http://127.0.0.1:${at.port}${new URL(server).pathname}`,
    taken: () => {
      const taken = requests;
      requests = [];
      return taken;
    },
    mischief: () => null,
    stop: () => {
      proxy.closeAllConnections();
      return new Promise((closed) => proxy.close(() => closed()));
    },
  };
  return running;
}

function passOn(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  server: string,
  mischief: Mischief | null,
): void {
  if (mischief?.kind === 'say') {
    incoming.resume();
    outgoing.writeHead(mischief.status, mischief.headers).end(mischief.body);
    return;
  }
  const { host, hostname, port } = new URL(server);
  const headers = { ...incoming.headers, host };
  const { method, url: path } = incoming;
  const there = request({ hostname, port, method, path, headers, agent: false });
  const broken = (): void => void outgoing.destroy();
  there.on('error', broken);
  there.on('response', (answer) => answerBack(answer, outgoing, mischief));
  incoming.on('error', () => there.destroy());
  if (mischief?.kind === 'cutRequest') sendHalf(incoming, there, outgoing);
  else incoming.pipe(there);
}

function sendHalf(
  incoming: IncomingMessage,
  there: ReturnType<typeof request>,
  outgoing: ServerResponse,
): void {
  const chunks: Buffer[] = [];
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
  incoming.on('end', () => {
    const body = Buffer.concat(chunks);
    there.write(body.subarray(0, body.length / 2), () => {
      // The server has to have it before the line is cut.
      setTimeout(() => {
        there.destroy();
        outgoing.destroy();
      }, 50);
    });
  });
}

function answerBack(
  answer: IncomingMessage,
  outgoing: ServerResponse,
  mischief: Mischief | null,
): void {
  if (mischief?.kind === 'loseAnswer') {
    answer.resume();
    answer.on('end', () => outgoing.destroy());
    return;
  }
  const go = (): void => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    if (mischief?.kind !== 'cutAnswer') {
      answer.pipe(outgoing);
      return;
    }
    answer.once('data', (chunk: Buffer) => {
      outgoing.write(chunk.subarray(0, chunk.length / 2), () => outgoing.destroy());
    });
    answer.once('end', () => outgoing.destroy());
  };
  if (mischief?.kind === 'delay') setTimeout(go, mischief.milliseconds);
  else go();
}
