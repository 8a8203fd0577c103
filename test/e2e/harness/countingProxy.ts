import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy through which all of a browser goes; it lets nothing pass and counts what was asked. */
export interface CountingProxy {
  /** The browser's flags. What goes to this computer goes through it as well, unless `exceptLoopback`. */
  flags: string[];
  /**
   * Requests that reached the network, but for what Chromium does for itself: it asks Google's hosts, and connects ahead
   * to the host of a page that is opened. (What our own script asks of that host, the harness would see.)
   */
  requests(): string[];
  forget(): void;
  close(): void;
}

/** Starts the proxy. */
export async function countingProxy({ exceptLoopback = false } = {}): Promise<CountingProxy> {
  const reached: string[] = [];
  const proxy = createServer((request, response) => {
    reached.push(`${request.method} ${request.url}`);
    response.writeHead(502).end();
  }).on('connect', (request, socket) => {
    reached.push(`CONNECT ${request.url}`);
    socket.end('HTTP/1.1 502 No\r\n\r\n');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo; // it listens on a port
  const bypass = exceptLoopback ? [] : ['--proxy-bypass-list=<-loopback>'];
  return {
    flags: [`--proxy-server=http://127.0.0.1:${port}`, ...bypass],
    requests: () =>
      reached.filter((line) => !/google|gvt1|gstatic|^CONNECT huggingface\.co:443$/.test(line)),
    forget: () => {
      reached.length = 0;
    },
    close: () => proxy.close(),
  };
}
