import { aclId, arxivId, dblpId, idOfDoi, openReviewId, type PaperId, scholarId } from './ids';

const DOI_HOST = /^(?:(?:dx|www)\.)?doi\.org$/;

/**
 * The id of the paper that an address is about, on the site where such papers are at home. `addresses.ts` knows the
 * other places where arXiv's papers are shown; a content script does without.
 */
export function idAtHome(address: string | URL): PaperId | null {
  if (!URL.canParse(address)) return null;
  const { hostname, pathname, searchParams } = new URL(address);
  const host = hostname.replace(/^www\./, '');
  const path = decoded(pathname);
  if (DOI_HOST.test(hostname)) return preprintOf(path.slice(1));
  if (/^(?:export\.)?arxiv\.org$/.test(host)) return arxivAt(path);
  if (/^openreview\.net$/.test(host)) {
    const isPaper = /^\/(?:forum|pdf|attachment)$/.test(path);
    return isPaper ? openReviewId(searchParams.get('id') ?? '') : null;
  }
  if (/^acl(?:anthology|web)\.org$/.test(host)) {
    const [, id = ''] =
      /^\/(?:anthology\/)?([\w.-]+?)(?:v\d+)?(?:\.(?:pdf|bib))?\/?$/.exec(path) ?? [];
    return aclId(id);
  }
  if (/^dblp\.(?:org|dagstuhl\.de|uni-trier\.de)$/.test(host))
    return dblpId(/^\/rec\/([\w/-]+)$/.exec(path)?.[1] ?? '');
  if (/^scholar\.google\.com$/.test(host)) {
    const [, cluster] = /^info:([\w-]+):/.exec(searchParams.get('q') ?? '') ?? [];
    return scholarId(searchParams.get('citation_for_view') ?? cluster ?? '');
  }
  if (!/^(?:bio|med)rxiv\.org$/.test(host)) return null;
  const [, doi = ''] = /^\/(?:cgi\/)?content\/(10\.\d+\/.+?)\/?$/.exec(path) ?? [];
  return preprintOf(doi);
}

function arxivAt(path: string): PaperId | null {
  const [, id = ''] = /^\/(?:abs|pdf|html)\/(.+?)(?:\.pdf)?\/?$/.exec(path) ?? [];
  return arxivId(id);
}

/** Of all DOIs those of papers that we know by them; what else has one may be anything, a data set or a book. */
function preprintOf(doi: string): PaperId | null {
  return /^10\.(?:48550|1101|64898|18653\/v1)\//i.test(doi) ? idOfDoi(doi) : null;
}

/** A path without its escapes, as far as it can be read. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a stray "%", or half a character where an address was cut
  }
}
