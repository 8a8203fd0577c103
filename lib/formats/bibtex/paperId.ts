import { arxivId, type PaperId } from '../../papers/ids';
import { paperIn } from '../text/mentions';
import { ID } from '../text/naming';

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

/** What every name of a paper has. */
const MAY_NAME = /\d{4}[.-]?\d{3}|\/papers\//;

/** The paper that an entry is about: by its eprint, where that is arXiv's, or by any field that names it. */
export function paperIdOf(key: string, raw: Raw): PaperId | null {
  const bare: Raw = (name) => plainAddress(raw(name));
  const archive = first(ARCHIVE, bare);
  const isArxiv =
    archive === undefined || /arxiv/i.test(archive) || inArchive(archive, '9901001') !== null;
  const classes = CLASS.map(bare);
  for (const name of IDS) {
    const id = name === 'eprint' && !isArxiv ? null : idIn(bare(name), classes);
    if (id !== null) return id;
  }
  const named = paperIn(NAMING.map(bare).filter((value) => MAY_NAME.test(value ?? '')));
  if (named !== null) return named;
  const saysArxiv = SAYS_ARXIV.some((name) => /\b(?:arxiv|corr)\b/i.test(bare(name) ?? ''));
  const beside = saysArxiv ? BESIDE_ARXIV.map((name) => idIn(bare(name), classes)) : [];
  return beside.find((id) => id !== null) ?? paperIn([key]);
}

/** An address or an id without what is LaTeX's: many programs wrap, escape or brace it. */
export function plainAddress(text: string | undefined): string | undefined {
  const plain = text
    ?.replace(/\\url\s*(?=\{)/g, '')
    .replace(/\\([%#&_~$])/g, '$1')
    .replace(/[{}]/g, '')
    .trim();
  return plain === '' ? undefined : plain;
}

/** "2401.12345v2", "arXiv:2401.12345 [cs.CL]", "abs/hep-th/9901001"; a version or a class may follow. */
const WRITTEN = new RegExp(`^(?:arxiv|e-?print|preprint|abs|pdf|[\\s:.,=/_-])*(${ID})(?!\\d)`, 'i');
/** A number of the first years whose archive is in a field of its own. */
const NUMBER = /^(?:[\s/]*)(\d{7})(?!\d)/;

function idIn(text: string | undefined, classes: readonly (string | undefined)[]): PaperId | null {
  if (text === undefined) return null;
  const written = WRITTEN.exec(text)?.[1];
  if (written !== undefined) return arxivId(written.toLowerCase());
  const number = NUMBER.exec(text)?.[1];
  if (number === undefined) return paperIn([text]);
  const ids = classes.map((archive) => (archive ? inArchive(archive, number) : null));
  return ids.find((id) => id !== null) ?? null;
}

/** The paper of that number in an archive of the first years, "hep-th" or "math.GT"; null if there was none such. */
function inArchive(archive: string, number: string): PaperId | null {
  return paperIn([`${archive}/${number}`]);
}

function first(names: readonly string[], raw: Raw): string | undefined {
  return names.map(raw).find((value) => value !== undefined);
}
