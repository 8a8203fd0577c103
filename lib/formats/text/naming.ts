import { homeHosts } from '../../papers/homeAddresses';

// How texts name papers, as parts of one regular expression (without regard to case).

const NEW_STYLE = String.raw`\d{4}\.\d{4,5}`;
const OLD_STYLE = String.raw`[a-z]+(?:-[a-z]+){0,2}(?:\.[a-z-]{2,8})?/\d{7}`;

/** An id without its version. */
export const ID = `(?:${NEW_STYLE}|${OLD_STYLE})`;

// Chinese, Japanese and Korean text goes on right behind an address, and quotes enclose it.
const OUTSIDE = String.raw`\s<>"'()[\]{}|\\^${'`'}«»\u2018-\u201f\u2026\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef`;

/** What an address has behind its host, up to where the next one begins, as in a list without spaces. */
const REST = `[^${OUTSIDE},;]*(?:[,;](?!https?:)[^${OUTSIDE},;]*)*`;

/** Where a host may begin without "https://". */
const UNSCHEMED = String.raw`(?<![\w.@/-])(?:[a-z0-9-]{1,30}\.){0,3}`;
const HOMES = homeHosts();

/** Hosts that need no "https://" before them to be an address. */
const KNOWN_HOST = String.raw`(?:${HOMES}|(?:alphaxiv|ar5iv|inspirehep|semanticscholar|talk2arxiv)\.(?:org|net)|(?:arxiv-vanity|emergentmind|scirate|hf-mirror)\.com|papers\.cool|lanl\.gov|huggingface\.co|hf\.co)`;

/** What every name of a paper has: digits of an id, a DOI's beginning, a Hugging Face page's path, or a home of papers. */
export const MAY_NAME = new RegExp(
  String.raw`\d{4}[.-]?\d{3}|10\.(?:1101|18653|64898)/|/papers/|%2fpapers|${HOMES}`,
  'i',
);

/** An address of any kind: what it is about, or has within, `paperInAddress` says. */
export const ADDRESS = String.raw`(?<![a-z\d])[a-z][a-z-]{1,20}:(?://|reader\?)${REST}|https?%3A%2F%2F${REST}|${UNSCHEMED}${KNOWN_HOST}/${REST}`;

const WORDS = String.raw`(?:(?:e-?prints?|preprints?|id|no|number|vol|abs)[\s:：.,/=]{1,3}){0,2}`;

/** "arXiv:2401.12345v2", "arXiv preprint hep-th/9711200", "CoRR, abs/1412.1020", and what follows "10.48550/" in a DOI. */
export const NAMED = String.raw`(?:(?<![a-z])(?:arxiv|corr)[\s:：.,_/#=-]{0,3}${WORDS}[[(]?|(?:(?<![\w./-])|(?<![\w.-])/)abs/+)(${ID})(?!\d)`;

/** An id of the first years, told by the name of its archive. */
export const ARCHIVED = String.raw`(?<![\w./:-])((?:acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|funct-an|gr-qc|hep-(?:ex|lat|ph|th)|math(?:-ph)?|mtrl-th|nlin|nucl-(?:ex|th)|patt-sol|physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int|supr-con)(?:\.[a-z-]{2,8})?/\d{7})(?![\d/])`;

/** DBLP's name of a preprint's record: "journals/corr/abs-2401-12345". */
export const PREPRINT_RECORD = String.raw`\bcorr/abs-((?:\d{4}|[a-z]+(?:-[a-z]+)?)-\d{4,7})(?!\d)`;

/** DBLP's key of a record, as its citations have it: "DBLP:conf/esem/CalefatoQLK23". */
export const RECORD = String.raw`\bdblp:([a-z]{2,20}(?:/[\w-]{1,80}){2,4})(?![\w/])`;

/** A DOI without an address, of those that we know papers by: bioRxiv's and medRxiv's numbers, the ACL's ids. */
export const DOI = String.raw`(?<![\w./-])(10\.(?:(?:1101|64898)/(?:\d{4}\.\d\d\.\d\d\.)?\d{6,8}|18653/v1/(?:\d{4}\.[a-z\d_]+-[a-z\d_]+\.\d+|[a-z]\d\d-\d{4,5})))(?!\d)`;

/** A number that stands alone and is the id of a paper of today; older ones had four digits, as prices do. */
export const BARE = String.raw`(?:(?<![\w.,:;/$€£¥#+-])(?<![$€£¥] )|(?<=(?<![\d.])\d{4}\.\d{5}(?:v\d{1,2})?[,;]))(\d{4}\.\d{5})(?:v\d{1,2})?(?![\w/%-]|[.,:](?!\d{4}\.\d{5}(?!\d))\d| ?(?:[€$£¥%]|(?:usd|eur|gbp|jpy|cny|chf)\b))`;

/** A line that is an id and nothing else. */
export const LONE = String.raw`^\s*(?:[-*+•]|\d{1,6}[.)])?\s*(?:\[[ x]\]\s)?\s*(${ID}(?:v\d{1,2})?)\s*$`;
