/** Where a folder on a server would be. */
export interface FolderAddress {
  /** As it was meant: http(s), ends with "/". */
  address: string;
  /** The same as it was typed, where something was added to it; null: nothing was. */
  typed: string | null;
  host: string;
  /** What the browser is asked to permit. Without a port: Firefox's patterns know none, Chromium's cover all of them. */
  origin: string;
  /** Whether everybody on the way could read the password. */
  isOpen: boolean;
}

/** The folder of ours on a server that has room for many. */
const OURS = 'Asterism/';

/** Where in the address of a Nextcloud (or ownCloud) its pages begin. */
const NEXTCLOUD_PAGE =
  /\/(?:index\.php|apps|login|s|f|settings|remote\.php(?:\/webdav|\/dav(?:\/files(?:\/[^/]+)?)?)?)(?:\/.*)?$/;
const NEXTCLOUD_FOLDER = /\/remote\.php\/(?:webdav|dav\/files\/[^/]+)\/[^/]+/;
const NEXTCLOUD_HOME = /\/(?:nextcloud|owncloud)\/?$/i;
/** Hosts whose root is WebDAV by itself. */
const DAV_HOST = /^(?:web)?dav\d*[.-]/i;

/**
 * What the reader typed as an address: with its scheme, and a Nextcloud's address, whichever of its pages it is of, as
 * the folder of ours in it. Null: not an address that can be reached over http or https.
 */
export function readAddress(text: string, user: string): FolderAddress | null {
  const typed = parse(text.trim());
  if (typed === null) return null;
  const whole = complete(typed, user.trim());
  const added = withSlash(typed.pathname) !== whole.pathname;
  return {
    address: whole.href,
    typed: added ? asTyped(typed).href : null,
    host: whole.host,
    origin: `${whole.protocol}//${whole.hostname}/*`,
    isOpen: whole.protocol === 'http:',
  };
}

/** The same place without anything that was added. */
export function withoutAdditions(folder: FolderAddress): FolderAddress {
  return folder.typed === null ? folder : { ...folder, address: folder.typed, typed: null };
}

function parse(text: string): URL | null {
  if (text === '') return null;
  const address = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if (address === null || !/^https?:$/.test(address.protocol) || address.hostname === '')
    return null;
  return address;
}

function complete(typed: URL, user: string): URL {
  const whole = asTyped(typed);
  const { pathname } = typed;
  if (NEXTCLOUD_FOLDER.test(pathname)) return whole;
  const isRoot = pathname === '/';
  const hasRootOfItsOwn = typed.port !== '' || DAV_HOST.test(typed.hostname);
  if (isRoot && hasRootOfItsOwn) whole.pathname = `/${OURS}`;
  else if (isRoot || NEXTCLOUD_HOME.test(pathname) || isPageOfNextcloud(pathname)) {
    const home = pathname.replace(NEXTCLOUD_PAGE, '').replace(/\/$/, '');
    whole.pathname = `${home}/remote.php/dav/files/${encodeURIComponent(user)}/${OURS}`;
  }
  return whole;
}

function isPageOfNextcloud(pathname: string): boolean {
  return NEXTCLOUD_PAGE.test(pathname);
}

/** Without what is not part of where it is: a user, a query, a place on the page. */
function asTyped({ href }: URL): URL {
  const bare = new URL(href);
  bare.username = '';
  bare.password = '';
  bare.search = '';
  bare.hash = '';
  bare.pathname = withSlash(bare.pathname);
  return bare;
}

function withSlash(pathname: string): string {
  return pathname.endsWith('/') ? pathname : `${pathname}/`;
}
