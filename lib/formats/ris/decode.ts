import { isPaperId, type PaperId } from '../../papers/ids';
import { authorIn, authorOf, isSuffix, type StatedAuthor } from '../authors';
import { dateIn, dateOf, finest } from '../dates';
import type { Entry, Found } from '../entries';
import { eprintIn } from '../eprint';
import { linesOf } from '../lines';
import { textOfHtml, withoutMarkup } from '../markup';
import { readerNotesIn, withoutExtra } from '../readerNotes';
import { tagsIn } from '../tagLists';
import { paperIn } from '../text/mentions';

/**
 * All characters may follow a tag, also what some take for the end of a line (U+2028). Behind two spaces and a dash the
 * third may be missing.
 */
const TAG = /^\s{0,3}([A-Z][A-Z0-9])(?:\s{1,3}-(?:\s|$)\s?|[ ]{2}-(?=[^\s-]))(.*)$/is;

/** What parts names in one field; "and" where a family name follows, which is not looked for farther than a name is long. */
const BETWEEN_NAMES = /[;\n]|\sand\s(?=[^,]{1,200},)/;

/** Most characters of a record. */
const LARGEST = 16 * 1024 * 1024;

interface RisRecord {
  line: number;
  type: string;
  fields: Map<string, string[]>;
  /** Values of the field that was read last; a line without a tag goes on with it. */
  last: string[];
  size: number;
}

/** Reads a RIS file record by record. A record ends with ER, or where the next begins, or with the file. */
export async function* findInRis(chunks: AsyncIterable<string>): AsyncGenerator<Found> {
  let record: RisRecord | null = null;
  for await (const lines of linesOf(chunks)) {
    for (const { text, line, continues } of lines) {
      const [, tag = '', value = ''] = continues ? [] : (TAG.exec(text) ?? []);
      const name = tag.toUpperCase();
      if (name === 'TY' || name === 'ER') {
        if (record !== null) yield foundIn(record);
        record =
          name === 'ER' ? null : { line, type: value.trim(), fields: new Map(), last: [], size: 0 };
      } else if (record !== null) keep(record, name, name === '' ? text : value, continues);
    }
  }
  if (record !== null) yield foundIn(record);
}

function keep(record: RisRecord, name: string, value: string, continues: boolean): void {
  record.size += value.length;
  if (record.size > LARGEST) return;
  if (name === '') {
    const before = record.last.pop();
    if (before !== undefined)
      record.last.push(before + (continues ? '' : '\n') + (value.trim() === '' ? '' : value));
    return;
  }
  // One list, so that the first author stays the first where a program mixes the two.
  const field = name === 'A1' ? 'AU' : name;
  record.last = record.fields.get(field) ?? [];
  record.last.push(value);
  record.fields.set(field, record.last);
}

function foundIn({ line, type, fields, size }: RisRecord): Found {
  if (size > LARGEST) return { kind: 'unreadable', line, reason: { code: 'tooLarge' } };
  const all = (...names: string[]): string[] =>
    names.flatMap((name) => fields.get(name) ?? []).map((value) => value.trim());
  const first = (...names: string[]): string | undefined => all(...names).find((value) => value);
  // Our own records have nothing in a note but what the reader wrote.
  const isOurs =
    type === 'GEN' &&
    (/^(?:arXiv|Hugging Face)$/.test(first('PB') ?? '') || all('AN').some(isPaperId));
  const entry: Entry = {
    id: idOf(all),
    address: first('UR', 'L3', 'LK', 'L1', 'L2') ?? addressOf(first('DO')),
    title: withoutMarkup(first('TI', 'T1', 'CT', 'BT') ?? ''),
    authors: all('AU')
      .flatMap((value) => value.split(BETWEEN_NAMES))
      .map(authorInRis),
    abstract: withoutMarkup(first('AB', 'N2') ?? '').replace(/\s+/g, ' '),
    publishedAt: finest(
      ...all('PY', 'Y1', 'DA').map(dateIn),
      // EndNote's day has no year: "Jun 12".
      dateOf(first('PY', 'Y1'), first('DA')),
    ),
    // EndNote gives one keyword a line under one tag, others one tag each.
    tags: keywordsIn(all('KW').flatMap((value) => value.split('\n'))),
    note: readerNotesIn(
      all('N1', 'RN')
        .map(textOfHtml)
        .map(isOurs ? String : withoutExtra),
    ),
  };
  return { kind: 'entry', line, entry };
}

/** One a line; of one line alone it is more likely that several are in it. A comma within a keyword is not rare, a semicolon is. */
function keywordsIn(lines: readonly string[]): string[] {
  const [only = '', ...others] = lines;
  const isList = others.length === 0 && !only.includes(';');
  return isList ? tagsIn(only) : lines.flatMap((line) => line.split(';'));
}

/** EndNote ends what is not a person's name with a comma; what follows a second comma is a suffix. */
function authorInRis(text: string): StatedAuthor {
  const [family = '', given = '', suffix = '', ...more] = text
    .split(',')
    .map((part) => part.trim());
  if (/,\s*$/.test(text) && given === '' && family !== '') return { name: family, family };
  return suffix === '' || more.length > 0 || isSuffix(given)
    ? authorIn(text)
    : authorOf({ family, given, suffix });
}

type All = (...names: string[]) => string[];

function idOf(all: All): PaperId | null {
  const own = all('AN').find(isPaperId);
  if (own !== undefined) return own;
  const named = paperIn(all('UR', 'DO', 'AN', 'L1', 'L2', 'L3', 'LK', 'M1', 'M3', 'C1', 'ID'));
  if (named !== null) return named;
  const isArxiv = all('DB', 'PB', 'JO', 'JF', 'T2', 'DP').some((value) =>
    /\b(?:arxiv|corr)\b/i.test(value),
  );
  const bare = isArxiv
    ? all('AN', 'M1', 'IS', 'VL', 'SP')
        .map((text) => eprintIn(text))
        .find((id) => id !== null)
    : null;
  return bare ?? paperIn(all('JO', 'JF', 'JA', 'J2', 'T2', 'PB', 'N1'));
}

function addressOf(doi: string | undefined): string | undefined {
  return doi && `https://doi.org/${doi.replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, '')}`;
}
