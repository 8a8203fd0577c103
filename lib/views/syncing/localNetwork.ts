/** Names that no server outside of somebody's own network has. */
const LOCAL_NAME =
  /^localhost$|\.(?:localhost|local|lan|internal|home|home\.arpa|intranet|private|corp)$|^fritz\.box$|\.fritz\.box$/;

/** Whether a host (as `URL.hostname` writes it) can only be one of the local network: there, http does no harm. */
export function isOfLocalNetwork(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  if (host.startsWith('[')) return isLocalIpv6(host.slice(1, -1));
  const bytes = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(host)?.slice(1).map(Number);
  if (bytes) return isLocalIpv4(bytes);
  return !host.includes('.') || LOCAL_NAME.test(host);
}

function isLocalIpv4([first, second = 0]: number[]): boolean {
  if (first === 10 || first === 127) return true;
  if (first === 172) return second >= 16 && second < 32;
  return (first === 192 && second === 168) || (first === 169 && second === 254);
}

/** This machine, a link's own addresses (fe80::/10) and unique local ones (fc00::/7). */
function isLocalIpv6(address: string): boolean {
  return address === '::1' || /^(?:fe[89ab]|f[cd])[0-9a-f]/.test(address);
}
