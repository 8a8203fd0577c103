import type { Status } from '../papers/annotation';
import { statusOf } from './statuses';

/** Lines that reference managers keep in a note for want of a field. */
const NOT_SAID =
  /^(?:(?:arxiv )?(?:e-?prints? |preprint )?arxiv:\s?\S+(?: \[[\w.\- ,]+\])?|(?:citation key|arxiv version|_eprint|tex\.[\w-]+): .*)$/is;

/** Other catalogues' numbers. */
const NUMBERS =
  'doi|shortdoi|isbn|issn|pmid|pmcid|oclc|lccn|qid|mag id|s2id|corpus ?id|openalex|wos|scopus|zbl|mr|mrnumber|hal id|ssrn|inspire|inspire ?id|(?:ads )?bibcode';
/** CSL's and Zotero's names of fields, but for those that a reader may begin a line with. */
const FIELDS =
  'original-(?:date|title|author|publisher|publisher-place)|event-(?:date|place|title)|container-title(?:-short)?|collection-(?:title|number)|publisher-place|number-of-(?:pages|volumes)|archive[_-](?:location|place|collection)|available-date|title-short|journal abbreviation|(?:book|conference|proceedings) (?:title|name)|library catalog|accession number|titletranslation';
/** Lines of Zotero's "Extra", which its translators and plugins fill. */
const EXTRA = new RegExp(
  `^(?:${[
    String.raw`\{:[a-z_-]+: .*\}`,
    String.raw`(?:\w*_[\w-]+|[zg]scc): .*`,
    String.raw`version: v?\d[\d.]*`,
    '(?:type|itemtype): [a-z-]+',
    String.raw`(?:publisher|repository|number|archive): arxiv\b.*`,
    String.raw`\d[\d,]* citations? \(.*\).*`,
    String.raw`citations?: \d[\d,]*(?: \(.*\).*)?`,
    String.raw`(?:${NUMBERS}): ?\S+`,
    `(?:${FIELDS}): .*`,
  ].join('|')})$`,
  'is',
);

/** What a person wrote, of texts that stand where notes do: without the lines that only name the paper, each text once. */
export function readerNotesIn(texts: readonly (string | undefined)[]): string {
  const said = texts.map((text) => without(NOT_SAID, text ?? ''));
  return [...new Set(said)].filter((text) => text !== '').join('\n\n');
}

/** A text without the lines that no person wrote, where a program puts its "Extra" and the reader's words into one field. */
export function withoutExtra(text: string | undefined): string {
  return without(EXTRA, text ?? '');
}

/** The status that a plugin of Zotero's keeps in "Extra". */
export function statusInExtra(text: string | undefined): Status | null {
  return statusOf(/^read_status: *(.*)$/im.exec(text ?? '')?.[1]);
}

function without(lines: RegExp, text: string): string {
  if (text === '') return '';
  return text
    .split('\n')
    .filter((line) => !lines.test(line.slice(0, 1_000).trim()))
    .join('\n')
    .trim();
}
