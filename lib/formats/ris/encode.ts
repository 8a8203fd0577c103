import type { Bookmark } from '../../papers/bookmark';
import { paperLinks } from '../../papers/ids';
import { type AuthorName, invertName, needsStating } from '../../papers/names';
import { oneLine, plain, plainLine } from '../plainText';
import { referenceOf } from '../reference';
import type { Writer } from '../writer';

/** Begins a RIS file. GEN is the type that every program knows; none of RIS's types is a preprint. */
export function beginRis(): Writer {
  return { head: () => '', records: (batch) => batch.map(risRecord).join(''), tail: () => '' };
}

function risRecord({ paper, annotation }: Bookmark): string {
  const { title, authors, date, arxiv, doi, url, pdf, publisher } = referenceOf(paper);
  const { home } = paperLinks(paper.id);
  const lines: [string, string][] = [['TY', 'GEN']];
  const add = (tag: string, value: string | null | undefined): void => {
    if (value) lines.push([tag, value]);
  };
  add('TI', title);
  for (const name of authors) add('AU', risName(name));
  if (date) {
    add('PY', String(date.year));
    // Year, month, day and anything else; what is not known is left empty between its strokes.
    const [year = '', month = '', day = ''] = date.text.split('-');
    add('DA', `${year}/${month}/${day}/`);
  }
  add('AB', plainLine(paper.abstract ?? ''));
  for (const tag of annotation.tags) add('KW', oneLine(tag));
  add('N1', continued(annotation.note));
  add('DO', doi);
  add('UR', url);
  add('L1', pdf);
  add('PB', publisher);
  if (arxiv) {
    add('AN', `arXiv:${arxiv}`);
    add('DB', 'arXiv');
  } else if (home) add('AN', paper.id);
  lines.push(['ER', '']);
  return `${lines.map(([tag, value]) => `${tag}  - ${value}\r\n`).join('')}\r\n`;
}

/** "Family, Given, Suffix": RIS has the suffix last. */
function risName(name: AuthorName): string {
  if (name.kind === 'literal') {
    // As EndNote marks what is not a person's name.
    return needsStating(name.name, name.name) ? `${name.name},` : name.name;
  }
  if (name.suffix === '') return invertName(name);
  return `${name.family}, ${name.given}, ${name.suffix}`;
}

/**
 * A note of several lines: a line without a tag goes on with the value before it. An empty line would end the record to
 * some programs, so it holds a space; what looks like a tag goes on in the line before, with one space less.
 */
function continued(note: string): string {
  return (
    plain(note)
      .trim()
      // From where the blanks begin, so that a run of them is read once.
      .replace(/(?<=\S)([^\S\n]*)\n\s*(?=[A-Z][A-Z0-9]\s+-)/g, '$1 ')
      .replace(/\b([A-Z][A-Z0-9])\s{2,}-/g, '$1 -')
      .replace(/\n(?=\n)/g, '\n ')
      .replaceAll('\n', '\r\n')
  );
}
