import type { Bookmark } from '../../papers/bookmark';
import { invertName } from '../../papers/names';
import { oneLine, plain } from '../plain';
import { referenceOf } from '../reference';
import type { Writer } from '../writing';

/** Begins a RIS file. GEN is the type that every program knows; none of RIS's types is a preprint. */
export function beginRis(): Writer {
  return { head: () => '', records: (batch) => batch.map(risRecord).join(''), tail: () => '' };
}

function risRecord({ paper, annotation }: Bookmark): string {
  const { title, authors, date, arxiv, doi, url, pdf, publisher } = referenceOf(paper);
  const lines: [string, string][] = [['TY', 'GEN']];
  const add = (tag: string, value: string | null | undefined): void => {
    if (value) lines.push([tag, value]);
  };
  add('TI', title);
  for (const name of authors) add('AU', invertName(name));
  if (date) {
    const two = (part: number): string => String(part).padStart(2, '0');
    add('PY', String(date.year));
    add('DA', `${date.year}/${two(date.month)}/${two(date.day)}/`);
  }
  add('AB', oneLine(paper.abstract ?? ''));
  for (const tag of annotation.tags) add('KW', oneLine(tag));
  add('N1', continued(annotation.note));
  add('DO', doi);
  add('UR', url);
  add('L1', pdf);
  add('PB', publisher);
  if (arxiv) {
    add('AN', `arXiv:${arxiv}`);
    add('DB', 'arXiv');
  }
  lines.push(['ER', '']);
  return `${lines.map(([tag, value]) => `${tag}  - ${value}\r\n`).join('')}\r\n`;
}

/**
 * A note of several lines: a line that is no tag goes on with the value before it, to every program that reads notes.
 * An empty line would end the record to some, so it holds a space; a line that looks like a tag is moved in by one.
 */
function continued(note: string): string {
  const text = plain(note).trim();
  return text
    .split('\n')
    .map((line) => (line.trim() === '' ? ' ' : line.replace(/^(?=[A-Z][A-Z0-9] {1,2}-)/, ' ')))
    .join('\r\n');
}
