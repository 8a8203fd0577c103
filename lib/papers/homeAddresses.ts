import {
  aclId,
  arxivId,
  dblpId,
  idOfDoi,
  type NamespaceKey,
  openReviewId,
  type PaperId,
  scholarId,
} from './ids';

/** Where the papers of some namespace are at home. */
interface Home {
  /** What its hosts are called in full, without "www.". */
  hosts: RegExp;
  /** The paper that an address there is about. */
  idAt(path: string, query: URLSearchParams): PaperId | null;
}

/** Every home, by namespace; Hugging Face's is `addresses.ts`'s, which knows the mirrors of it. */
const HOMES: Readonly<Record<Exclude<NamespaceKey, 'hf'>, Home>> = {
  arxiv: {
    hosts: /(?:export\.)?arxiv\.org/,
    idAt: (path) => arxivId(/^\/(?:abs|pdf|html)\/(.+?)(?:\.pdf)?\/?$/.exec(path)?.[1] ?? ''),
  },
  openreview: {
    hosts: /openreview\.net/,
    idAt: (path, query) =>
      /^\/(?:forum|pdf|attachment)$/.test(path) ? openReviewId(query.get('id') ?? '') : null,
  },
  acl: {
    hosts: /acl(?:anthology|web)\.org/,
    idAt: (path) =>
      aclId(/^\/(?:anthology\/)?([\w.-]+?)(?:v\d+)?(?:\.(?:pdf|bib))?\/?$/.exec(path)?.[1] ?? ''),
  },
  doi: {
    hosts: /(?:dx\.)?doi\.org|(?:bio|med)rxiv\.org/,
    idAt(path) {
      const [, doi] = /^\/(?:(?:cgi\/)?content\/)?(10\.\d+\/.+?)\/?$/.exec(path) ?? [];
      // "/content/early/2020/01/02/2020.01.01.123456", as bioRxiv's own citations have it
      const [, number = ''] =
        /^\/content\/(?:(?:bio|med)rxiv\/)?early(?:\/\d+){3}\/([\d.]+\d)/.exec(path) ?? [];
      return preprintOf(doi ?? `10.1101/${number}`);
    },
  },
  dblp: {
    hosts: /dblp\.(?:org|dagstuhl\.de|uni-trier\.de)/,
    idAt: (path) =>
      dblpId(/^\/rec\/(?:bib\d?\/|html\/)?([\w/-]+)(?:\.[a-z]+)?$/.exec(path)?.[1] ?? ''),
  },
  scholar: {
    hosts: /scholar\.google\.com/,
    idAt(_, query) {
      const [, cluster = ''] = /^info:([\w-]+):/.exec(query.get('q') ?? '') ?? [];
      return scholarId(query.get('citation_for_view') ?? cluster);
    },
  },
};

/** The hosts of all homes, as a part of a regular expression. */
export function homeHosts(): string {
  return Object.values(HOMES)
    .map(({ hosts }) => hosts.source)
    .join('|');
}

/**
 * The id of the paper that an address is about, on the site where such papers are at home. `addresses.ts` knows the
 * other places where arXiv's papers are shown; a content script does without.
 */
export function idAtHome(address: string | URL): PaperId | null {
  if (!URL.canParse(address)) return null;
  const { hostname, pathname, searchParams } = new URL(address);
  const host = hostname.replace(/^www\./, '');
  const home = Object.values(HOMES).find(({ hosts }) => hosts.exec(host)?.[0] === host);
  return home?.idAt(decoded(pathname), searchParams) ?? null;
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
