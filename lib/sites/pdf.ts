import { paperIdFromUrl } from '../papers/addresses';
import type { PaperId } from '../papers/ids';
import { SITES, type Site, siteOf } from './sites';

/** The paper whose PDF is at an address of a site that is read; null for every other address. */
export function paperOfPdf(url: URL): PaperId | null {
  const site = url.protocol === 'https:' ? siteOf(url) : null;
  const { pdf }: Pick<Site, 'pdf'> = site === null ? { pdf: null } : SITES[site];
  return pdf !== null && new RegExp(`^(?:${pdf})$`).test(url.pathname + url.search)
    ? paperIdFromUrl(url)
    : null;
}
