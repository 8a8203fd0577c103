/** A paper's canonical id, independent of the site it was met on; never carries a version. */
export type PaperId = `${NamespaceKey}:${string}`;

/** What stands before the colon. */
export type NamespaceKey = 'arxiv' | 'hf' | 'openreview' | 'acl' | 'doi' | 'dblp' | 'scholar';

// https://info.arxiv.org/help/arxiv_identifier.html: YYMM.NNNN until 2014, YYMM.NNNNN since, archive/YYMMNNN before 2007.
const NEW_STYLE = /^\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}$/;
const OLD_STYLE = /^[a-z]+(?:-[a-z]+)*(?:\.[A-Za-z-]+)?\/\d{2}(?:0[1-9]|1[0-2])\d{3}$/;
const VERSION = /v\d+$/;
const HF_SEGMENT = /^\w[\w.-]{0,99}$/;

// Paths under /papers/ that are not papers (PAGES: daily, weekly and monthly lists, forms).
const RESERVED_SEGMENTS = new Set(['trending', 'date', 'week', 'month', 'submit', 'index']);

/**
 * The arXiv id in its canonical form, or null if the text is none.
 * Accepts both id styles, with or without a version, an `arXiv:` prefix or arXiv's DOI prefix.
 */
export function arxivId(text: string): PaperId | null {
  if (NEW_STYLE.test(text)) return `arxiv:${text}`; // as nearly all are written: a page asks for hundreds
  const bare = text
    .trim()
    .replace(/^(?:doi:)?10\.48550\/arxiv\./i, '')
    .replace(/^arxiv:/i, '')
    .replace(VERSION, '');
  if (NEW_STYLE.test(bare)) return `arxiv:${bare}`;
  // "math.GT/0309136" and "math/0309136" are the same paper: the subject class is not part of the id.
  if (OLD_STYLE.test(bare)) return `arxiv:${bare.replace(/\.[A-Za-z-]+\//, '/')}`;
  return null;
}

/** The id of the paper that a Hugging Face page's path segment names, or null for a reserved word. */
export function huggingFaceId(segment: string): PaperId | null {
  const arxiv = arxivId(segment);
  if (arxiv) return arxiv;
  if (RESERVED_SEGMENTS.has(segment.toLowerCase()) || !HF_SEGMENT.test(segment)) return null;
  return `hf:${segment}`;
}

/** What follows a paper's name in a link and is not part of it: the format that is asked for, a text's punctuation. */
const TAIL = /(?:\.(?:md|json|pdf|txt|html?)|[^\w-])+$/i;

/** The id of the paper that a link under /papers/ leads to, as a page, as text or as data, by the link's last segment. */
export function linkedId(segment: string): PaperId | null {
  const name = decode(segment).replace(TAIL, '');
  return arxivId(name.toLowerCase()) ?? huggingFaceId(name);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // a stray "%", or half a character
  }
}

/** The id of the paper that a DOI names: arXiv's and the ACL's are their papers, a preprint's version is not part of it. */
export function idOfDoi(text: string): PaperId | null {
  const doi = text.trim().toLowerCase();
  if (!DOI.test(doi)) return null;
  if (doi.startsWith(ARXIV_DOI)) return arxivId(doi);
  const [, acl = ''] = /^10\.18653\/v1\/(.+)$/.exec(doi) ?? [];
  return aclId(acl) ?? `doi:${doi.replace(PREPRINT_TAIL, '$1')}`;
}

const ARXIV_DOI = '10.48550/arxiv.';
const DOI = /^10\.\d{4,9}\/[!-;=?-~]{1,200}$/; // no spaces, and nothing that begins or ends a tag
/** bioRxiv's and medRxiv's, whose addresses go on: "10.64898/2026.07.01.735904v1.full". */
const PREPRINT_TAIL = /^(10\.(?:1101|64898)\/[\d.]+\d)(?:v\d+.*|\.(?:full|abstract|article).*)$/;

const ACL = /^(?:\d{4}\.[a-z\d_]+-[a-z\d_]+\.\d+|[A-Z]\d{2}-\d{4,5})$/;

/** The id of a paper of the ACL Anthology ("2021.naacl-main.208", "N04-1001"), or null. */
export function aclId(text: string): PaperId | null {
  const bare = text.toLowerCase().replace(/^[a-z](?=\d)/, (letter) => letter.toUpperCase());
  return ACL.test(bare) ? `acl:${bare}` : null;
}

/** The id of an OpenReview forum, or null. */
export function openReviewId(forum: string): PaperId | null {
  return /^[\w-]{5,40}$/.test(forum) ? `openreview:${forum}` : null;
}

/** The id of a record of DBLP ("conf/esem/CalefatoQLK23"), or null; those of CoRR may be arXiv's papers. */
export function dblpId(key: string): PaperId | null {
  const [, corr] = /^journals\/corr\/abs-(\d{4}-\d{4,5}|[a-z-]+-\d{7})$/.exec(key) ?? [];
  if (corr) return arxivId(corr.replace(/-(?=\d+$)/, /^\d/.test(corr) ? '.' : '/'));
  return /^[a-z]+(?:\/[\w-]{1,80}){2,4}$/.test(key) ? `dblp:${key}` : null;
}

/** The id of a row of Google Scholar: its cluster in a search, or an author's and a work's on a profile. */
export function scholarId(key: string): PaperId | null {
  return /^[\w-]{12}(?::[\w-]{8,20})?$/.test(key) ? `scholar:${key}` : null;
}

/** Where a paper can be read. All are https addresses. */
export interface PaperLinks {
  /** What its title opens. */
  page: string;
  huggingFace?: string;
  abs?: string;
  pdf?: string;
  /** Its page where it is on neither Hugging Face nor arXiv; the namespace's name is what to call it. */
  home?: string;
}

interface Namespace {
  /** Shown to readers; in a reference, who publishes what nobody else does. */
  name: string;
  /** The id that what follows the colon has; another one, or none, where that is not canonical. */
  idOf(bare: string): PaperId | null;
  links(bare: string): PaperLinks;
  /** What it is cited by. */
  doi?(bare: string): string;
}

/** Every namespace of ids, by what stands before the colon. */
const NAMESPACES: { readonly [K in NamespaceKey]: Namespace } = {
  arxiv: {
    name: 'arXiv',
    idOf: arxivId,
    links(bare) {
      const abs = `https://arxiv.org/abs/${bare}`;
      const pdf = `https://arxiv.org/pdf/${bare}`;
      // Hugging Face serves no page for an old-style id (a slash in the segment).
      if (bare.includes('/')) return { page: abs, abs, pdf };
      const huggingFace = `https://huggingface.co/papers/${bare}`;
      return { page: huggingFace, huggingFace, abs, pdf };
    },
    doi: (bare) => `10.48550/arXiv.${bare}`,
  },
  hf: {
    name: 'Hugging Face',
    idOf: huggingFaceId,
    links(bare) {
      const page = `https://huggingface.co/papers/${bare}`;
      return { page, huggingFace: page };
    },
  },
  openreview: {
    name: 'OpenReview',
    idOf: openReviewId,
    links: (bare) => ({
      ...at(`https://openreview.net/forum?id=${bare}`),
      pdf: `https://openreview.net/pdf?id=${bare}`,
    }),
  },
  acl: {
    name: 'ACL Anthology',
    idOf: aclId,
    links: (bare) => ({
      ...at(`https://aclanthology.org/${bare}/`),
      pdf: `https://aclanthology.org/${bare}.pdf`,
    }),
  },
  doi: {
    name: 'DOI',
    idOf: idOfDoi,
    links: (bare) => at(`https://doi.org/${bare.replace(/[%#?"\\^`{|}]/g, encodeURIComponent)}`),
    doi: (bare) => bare,
  },
  dblp: {
    name: 'DBLP',
    idOf: dblpId,
    links: (bare) => at(`https://dblp.org/rec/${bare}`),
  },
  scholar: {
    name: 'Google Scholar',
    idOf: scholarId,
    links: (bare) =>
      at(
        bare.includes(':')
          ? `https://scholar.google.com/citations?view_op=view_citation&citation_for_view=${bare}`
          : `https://scholar.google.com/scholar?q=info:${bare}:scholar.google.com/`,
      ),
  },
};

/** What stands before the colon, of every namespace. */
export function namespaceKeys(): string[] {
  return Object.keys(NAMESPACES);
}

function at(page: string): PaperLinks {
  return { page, home: page };
}

function namespaceOf(id: PaperId): Namespace {
  return NAMESPACES[id.slice(0, id.indexOf(':')) as NamespaceKey]; // as its type says
}

/** Whether a value is a canonical paper id. */
export function isPaperId(value: unknown): value is PaperId {
  if (typeof value !== 'string') return false;
  const key = value.slice(0, Math.max(0, value.indexOf(':')));
  const id = value as PaperId; // if it is one
  return Object.hasOwn(NAMESPACES, key) && namespaceOf(id).idOf(bareId(id)) === id;
}

/** What follows the colon of an id. */
export function bareId(id: PaperId): string {
  return id.slice(id.indexOf(':') + 1);
}

/** What the namespace of an id is called: "arXiv", "OpenReview". */
export function namespaceName(id: PaperId): string {
  return namespaceOf(id).name;
}

/** The DOI that a paper has by its id alone; null where that says none. */
export function doiOf(id: PaperId): string | null {
  return namespaceOf(id).doi?.(bareId(id)) ?? null;
}

/** The addresses of a paper, from its id alone. */
export function paperLinks(id: PaperId): PaperLinks {
  return namespaceOf(id).links(bareId(id));
}
