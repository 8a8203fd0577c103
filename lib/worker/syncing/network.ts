import type { Ask } from '../../remote/webdav';

/** The one place in the whole extension from which something is sent to a server: the reader's own, where sync is on. */
export const ask: Ask = (address, init) => fetch(address, init);
