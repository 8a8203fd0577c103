import type { PageKind, Site } from './sites';

/**
 * What an address on a site's host shows; null for what is not read. Apart from the table of sites, which a content
 * script does not carry: it is given what it needs of its own row.
 */
export function pageKind(
  { hosts, paths }: Pick<Site, 'hosts' | 'paths'>,
  url: URL,
): PageKind | null {
  if (url.protocol !== 'https:' || !hosts.includes(url.hostname)) return null;
  const matches = (source = '(?!)'): boolean => new RegExp(`^(?:${source})$`).test(url.pathname);
  return matches(paths.listing) ? 'listing' : matches(paths.paper) ? 'paper' : null;
}
