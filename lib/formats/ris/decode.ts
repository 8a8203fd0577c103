import type { PaperId } from '../../papers/ids';
import { arxivId } from '../../papers/ids';
import { inReadingOrder } from '../authors';
import { dateIn, dateOf, finest } from '../dates';
import type { Entry, Found } from '../entries';
import { linesOf } from '../lines';
import { textOfHtml } from '../markup';
import { remarksIn } from '../remarks';
import { paperIn } from '../text/mentions';

const TAG = /^\s{0,3}([A-Z][A-Z0-9])\s{1,3}-(?:\s|$)\s?(.*)$/i;

/** Nobody's name, where a program has cut a list of authors. */
const OTHERS = /^(?:and )?others$|^et al\.?$/i;

/** Most characters of a record. */
const LARGEST = 16 * 1024 * 1024;

interface RisRecord {
  line: number;
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
        record = name === 'ER' ? null : { line, fields: new Map(), last: [], size: 0 };
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
  record.last = record.fields.get(name) ?? [];
  record.last.push(value);
  record.fields.set(name, record.last);
}

function foundIn({ line, fields, size }: RisRecord): Found {
  if (size > LARGEST) return { kind: 'unreadable', line, reason: { code: 'tooLarge' } };
  const all = (...names: string[]): string[] =>
    names.flatMap((name) => fields.get(name) ?? []).map((value) => value.trim());
  const first = (...names: string[]): string | undefined => all(...names).find((value) => value);
  const entry: Entry = {
    id: idOf(all),
    address: first('UR', 'L3', 'LK', 'L1', 'L2') ?? addressOf(first('DO')),
    title: first('TI', 'T1', 'CT', 'BT'),
    authors: all('AU', 'A1')
      .filter((name) => !OTHERS.test(name))
      .map(inReadingOrder),
    abstract: first('AB', 'N2')?.replace(/\s+/g, ' '),
    publishedAt: finest(
      ...all('PY', 'Y1', 'DA').map(dateIn),
      // EndNote's day has no year: "Jun 12".
      dateOf(first('PY', 'Y1'), first('DA')),
    ),
    // EndNote gives one keyword a line under one tag, others one tag each.
    tags: all('KW').flatMap((value) => value.split('\n')),
    note: remarksIn(all('N1', 'RN').map(textOfHtml)),
  };
  return { kind: 'entry', line, entry };
}

type All = (...names: string[]) => string[];

function idOf(all: All): PaperId | null {
  const named = paperIn(all('UR', 'DO', 'AN', 'L1', 'L2', 'L3', 'LK', 'M1', 'M3', 'C1', 'ID'));
  if (named !== null) return named;
  const isArxiv = all('DB', 'PB', 'JO', 'JF', 'T2', 'DP').some((value) => /arxiv/i.test(value));
  const bare = isArxiv
    ? all('AN', 'M1', 'IS', 'VL', 'SP')
        .map(arxivId)
        .find((id) => id)
    : null;
  return bare ?? paperIn(all('JO', 'JF', 'JA', 'J2', 'T2', 'PB', 'N1'));
}

function addressOf(doi: string | undefined): string | undefined {
  return doi && `https://doi.org/${doi.replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, '')}`;
}
