/** A paper's canonical id, independent of the site it was met on; never carries a version. */
export type PaperId = `arxiv:${string}` | `hf:${string}`;

// https://info.arxiv.org/help/arxiv_identifier.html: YYMM.NNNN until 2014, YYMM.NNNNN since, archive/YYMMNNN before 2007.
const NEW_STYLE = /^\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}$/;
const OLD_STYLE = /^[a-z]+(?:-[a-z]+)*(?:\.[A-Za-z-]+)?\/\d{2}(?:0[1-9]|1[0-2])\d{3}$/;
const VERSION = /v\d+$/;
const HF_SEGMENT = /^\w[\w.-]{0,99}$/;

// Paths under /papers/ that are no paper (PAGES: daily, weekly and monthly lists, forms).
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

/** Whether a value is a canonical paper id. */
export function isPaperId(value: unknown): value is PaperId {
  if (typeof value !== 'string') return false;
  if (value.startsWith('arxiv:')) return arxivId(value.slice(6)) === value;
  return value.startsWith('hf:') && huggingFaceId(value.slice(3)) === value;
}

/** Where a paper can be read; `abs` and `pdf` only for arXiv papers. All are https addresses. */
export interface PaperLinks {
  page: string;
  huggingFace?: string;
  abs?: string;
  pdf?: string;
}

/** The addresses of a paper, from its id alone. `page` is what its title opens. */
export function paperLinks(id: PaperId): PaperLinks {
  const bare = id.slice(id.indexOf(':') + 1);
  if (id.startsWith('hf:')) {
    const page = `https://huggingface.co/papers/${bare}`;
    return { page, huggingFace: page };
  }
  const abs = `https://arxiv.org/abs/${bare}`;
  const pdf = `https://arxiv.org/pdf/${bare}`;
  // Hugging Face serves no page for an old-style id (a slash in the segment).
  if (bare.includes('/')) return { page: abs, abs, pdf };
  const huggingFace = `https://huggingface.co/papers/${bare}`;
  return { page: huggingFace, huggingFace, abs, pdf };
}
