import { paperIdFromUrl } from '../papers/addresses';
import type { PaperId } from '../papers/ids';
import { pageKind } from './pageKind';
import { paperOfPdf } from './pdf';
import { SITES, siteOf } from './sites';

/** The paper that an address of a site that is read is about, be it its page or its PDF; null for every other address. */
export function paperAt(url: URL): PaperId | null {
  const site = siteOf(url);
  if (site === null) return null;
  return pageKind(SITES[site], url) === 'paper' ? paperIdFromUrl(url) : paperOfPdf(url);
}
