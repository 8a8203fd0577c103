import { arxivId, isPaperId, type PaperId } from '../../papers/ids';
import { eprintIn, isArchive } from '../eprint';
import { paperIn } from '../text/mentions';
import { MAY_NAME } from '../text/naming';

/** A field's value as the file has it; undefined where there is none. */
type Raw = (name: string) => string | undefined;

/** Fields that hold an id and nothing else: "arxiv" is al-folio's and many people's own. */
const IDS = ['arxivid', 'arxiv', 'arxiv_id', 'arxiv-id', 'arxivnumber', 'eprint'];
/** Fields that say whose number the eprint is. */
const ARCHIVE = ['eprinttype', 'archiveprefix'];
const CLASS = ['primaryclass', 'eprintclass', ...ARCHIVE];

/** Fields that may name a paper by its address, its DOI or with "arXiv:" before its id, the surest first. */
const NAMING = [
  ...['doi', 'url', 'link', 'html', 'pdf', 'ee', 'preprint', 'arxivurl', 'arxiv_url', 'website'],
  ...['howpublished', 'journal', 'journaltitle', 'number', 'volume', 'pages', 'eid', 'booktitle'],
  ...['series', 'publisher', 'archive', 'institution', 'organization', 'school', 'type', 'note'],
  ...['addendum', 'eprint', 'bdsk-url-1', 'bdsk-url-2', 'biburl', 'adsurl', 'source'],
];

/** Where a bare id may stand in an entry that says somewhere else that it is arXiv's. */
const BESIDE_ARXIV = ['number', 'volume', 'pages', 'eid', 'issue', 'eprint', 'archive', 'note'];
const SAYS_ARXIV = [
  ...ARCHIVE,
  ...['journal', 'journaltitle', 'booktitle', 'publisher', 'howpublished', 'archive', 'type'],
  ...['institution', 'organization', 'series', 'note'],
];

/** A key that is an id of today and nothing else. */
const BARE_KEY = /^\d{4}\.\d{5}(?:v\d+)?$/;

/** The paper that an entry is about: by its eprint, where that is arXiv's, or by any field that names it. */
export function paperIdOf(key: string, raw: Raw): PaperId | null {
  const bare: Raw = (name) => plainAddress(raw(name));
  const archive = first(ARCHIVE, bare);
  const own = `${archive}:${bare('eprint')}`;
  if (isPaperId(own)) return own;
  const isArxiv = archive === undefined || /arxiv/i.test(archive) || isArchive(archive);
  const idIn = (name: string): PaperId | null => {
    const value = bare(name);
    return value === undefined ? null : eprintIn(value, CLASS.map(bare));
  };
  for (const name of IDS) {
    const id = name === 'eprint' && !isArxiv ? null : idIn(name);
    if (id !== null) return id;
  }
  const named = paperIn(NAMING.map(bare).filter((value) => MAY_NAME.test(value ?? '')));
  if (named !== null) return named;
  const saysArxiv = SAYS_ARXIV.some((name) => /\b(?:arxiv|corr)\b/i.test(bare(name) ?? ''));
  const beside = saysArxiv ? BESIDE_ARXIV.map(idIn) : [];
  return (
    beside.find((id) => id !== null) ?? paperIn([key]) ?? (BARE_KEY.test(key) ? arxivId(key) : null)
  );
}

/** An address or an id without what is LaTeX's: many programs wrap, escape or brace it. */
export function plainAddress(text: string | undefined): string | undefined {
  if (text === undefined || !/[\\{}]/.test(text)) return text?.trim() || undefined;
  const plain = text
    .replace(/\\url\s*(?=\{)/g, '')
    .replace(/\\([%#&_~$])/g, '$1')
    .replace(/[{}]/g, '')
    .trim();
  return plain === '' ? undefined : plain;
}

function first(names: readonly string[], raw: Raw): string | undefined {
  return names.map(raw).find((value) => value !== undefined);
}
