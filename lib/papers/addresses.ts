import { decoded, idAtHome } from './homeAddresses';
import { arxivId, linkedId, type PaperId } from './ids';

/** An id, whatever follows it: a version, ".pdf", "&embed". An archive before an id of today is not part of it. */
const ID = String.raw`(?:arxiv:)?(?:[a-z-]+(?:\.[a-z-]+)?/(?=\d{4}\.))?(\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)*(?:\.[a-z-]+)?/\d{7})(?!\d)`;

function before(path: string): RegExp {
  return new RegExp(`^/${path}${ID}`);
}

/** Hosts of arXiv: its own, and the mirrors and names of its first decades, which old links still have. */
const ARXIV =
  /^(?:(?:[a-z0-9-]+\.)*arxiv\.org|(?:xxx|arxiv)\.lanl\.gov|128\.84\.\d{1,3}\.\d{1,3}|arxiv-org\.translate\.goog|(?:xxx\.)?arxiv(?:\.library)?\.cornell\.edu|xxx\.(?:itp\.ac\.cn|itep\.ru|sissa\.it|soton\.ac\.uk|tau\.ac\.il|uni-augsburg\.de|yukawa\.kyoto-u\.ac\.jp|adelaide\.edu\.au|unizar\.es))$/;

/**
 * Sites that show arXiv's papers under arXiv's ids, and where in a path the id is: in one piece, or in two, an archive
 * and a number or the two halves of a number. The first row that fits counts.
 */
const SHOWN_BY: readonly [host: RegExp, path: RegExp][] = [
  [ARXIV, before('/*(?:(?:abs|pdf|html|format|ps|src|e-print|tb|cits|refs|bibtex)/+)?')],
  // "/ftp/arxiv/papers/2401/2401.10182.pdf" and "/PS_cache/hep-th/pdf/9711/9711200v1.pdf"
  [ARXIV, /^\/(?:ftp|ps_cache)\/([a-z-]+)\/[a-z]+\/\d{4}\/(\d{4}\.\d{4,5}|\d{7})(?!\d)/],
  [/^(?:www\.)?alphaxiv\.org$/, before('(?:[a-z]{2}/)?(?:abs|overview|html|pdf|blog|audio)/+')],
  [/^(?:www\.)?ar5iv\.org$/, before('/*(?:(?:abs|html|pdf|papers)/+)?')],
  [/^(?:www\.)?(?:arxiv-vanity|emergentmind)\.com$/, before('papers/+')],
  [/^(?:www\.)?hyper\.ai$/, before('(?:[a-z]{2}/)?papers/+')],
  [/^(?:www\.)?talk2arxiv\.org$/, before('(?:abs|pdf)/+')],
  [/^(?:www\.)?arxiv-sanity(?:-lite)?\.com$/, before(String.raw`(?:\?pid=)?`)],
  [/^front\.math\.ucdavis\.edu$/, before('')],
  [/^(?:www\.)?eprintweb\.org$/, before('s/article/(?:arxiv/)?')],
  [
    /^dblp\.(?:org|dagstuhl\.de|uni-trier\.de)$/,
    /^\/(?:rec|db)\/(?:bib\d?\/|html\/)?journals\/corr\/abs-([a-z-]+|\d{4})-(\d{4,7})(?!\d)/,
  ],
  // "/abs/2024arXiv240112345D": the year of the paper, its id, the letter of its first author
  [/(?:^|\.)adsabs\.harvard\.edu$/, /^\/abs\/\d{4}arxiv(\d{4})\.?(\d{4,5})[a-z.]/],
  // SciRate, Semantic Scholar, INSPIRE, papers.cool and others: "/arxiv/2401.12345", "/arXiv:2401.12345"
  [/./, new RegExp(`/arxiv[/:]+${ID}`)],
];

const HF_HOST = /^(?:www\.)?(?:huggingface\.co|hf\.co|hf-mirror\.com)$/;

/**
 * The id of the paper that a web address is about, or null. Knows arXiv in all the ways it is and was written, sites that
 * show its papers under its ids, Hugging Face, and arXiv's DOIs. It does not look for an address within the address.
 */
export function paperIdFromUrl(address: string | URL): PaperId | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  const path = decoded(url.pathname);
  if (HF_HOST.test(url.hostname)) {
    const segment = /^\/papers\/([^/&,;]+)(?:\/?$|[&,;])/.exec(url.pathname)?.[1];
    return segment === undefined ? null : linkedId(segment);
  }
  const name = path.toLowerCase(); // a DOI is the same in any case, and so is an archive
  return idAtHome(url) ?? shownBy(url.hostname, name + url.search);
}

function shownBy(hostname: string, path: string): PaperId | null {
  for (const [host, place] of SHOWN_BY) {
    const found = host.test(hostname) ? place.exec(path) : null;
    if (found === null) continue;
    const [, first = '', second] = found;
    if (second === undefined || first === 'arxiv') return arxivId(second ?? first);
    return arxivId(/^\d/.test(first) ? `${first}.${second}` : `${first}/${second}`);
  }
  return null;
}
