import type { Place } from '../../lib/remote/folder';
import type { Ask } from '../../lib/remote/webdav';
import type { MemoryFolder } from './memoryFolder';

/** A folder in memory as a WebDAV server gives it: enough for a machine of ours, and for nobody else. */
export function davOver(folder: MemoryFolder, address: string): Ask {
  return async (url, { method, body }) => {
    const path = decodeURIComponent(url.slice(address.length));
    const place: Place = path.startsWith('parts/') ? 'parts' : 'main';
    const name = place === 'parts' ? path.slice('parts/'.length) : path;
    const files = folder.view();
    switch (method) {
      case 'PROPFIND':
        return new Response(listOf(await files.list(place)), { status: 207 });
      case 'GET': {
        const bytes = await files.read(place, name);
        return bytes ? new Response(bytes) : new Response(null, { status: 404 });
      }
      case 'PUT':
        await files.create(place, name, body as Uint8Array<ArrayBuffer>); // as machines send it
        return new Response(null, { status: 201 });
      case 'DELETE':
        await files.remove(place, name);
        return new Response(null, { status: 204 });
      default:
        return new Response(null, { status: 405 }); // MKCOL: it is there
    }
  };
}

function listOf(files: ReadonlyMap<string, number | undefined>): string {
  const entries = [...files].map(
    ([name, size]) =>
      `<d:response><d:href>/dav/${name}</d:href><d:propstat><d:prop><d:getcontentlength>${size}</d:getcontentlength></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>`,
  );
  return `<?xml version="1.0"?><d:multistatus xmlns:d="DAV:">${entries.join('')}</d:multistatus>`;
}
