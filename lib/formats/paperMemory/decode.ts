import { arxivId, type PaperId } from '../../papers/ids';
import { authorsIn } from '../authors';
import type { Entry, Found } from '../entries';
import { type Fields, fieldsOf, listIn, textIn } from '../json/fields';
import { valuesOf } from '../json/values';
import { paperIn } from '../text/mentions';
import { timeOf } from '../times';

/** Reads PaperMemory's full export: an object of papers by their id, such as `Arxiv-2401.12345`. */
export async function* findInPaperMemory(chunks: AsyncIterable<string>): AsyncGenerator<Found> {
  for await (const value of valuesOf(chunks)) {
    const { line } = value;
    if (value.kind === 'odd') yield { kind: 'unreadable', line, reason: value.reason };
    else if (value.kind === 'stopped') yield { kind: 'broken', code: value.how, line };
    else if (!value.name.startsWith('__')) {
      const fields = fieldsOf(value.value);
      if (fields === null) yield { kind: 'unreadable', line, reason: { code: 'notRecord' } };
      else yield { kind: 'entry', line, entry: entryOf(value.name, fields) };
    }
  }
}

function entryOf(key: string, fields: Fields): Entry {
  return {
    id: idOf(key, fields),
    address: textIn(fields, 'pdfLink', 'doi', 'codeLink'),
    title: textIn(fields, 'title'),
    authors: authorsIn(textIn(fields, 'author')),
    starred: fields.get('favorite') === true,
    starredAt: fields.get('favorite') === true ? timeOf(fields.get('favoriteDate')) : null,
    tags: listIn(fields, 'tags'),
    note: textIn(fields, 'note'),
    githubRepo: repositoryIn(textIn(fields, 'codeLink')),
    createdAt: timeOf(fields.get('addDate')),
  };
}

/** The paper's id from its own, or from where PaperMemory found it under another: its PDF, its DOI, its BibTeX. */
function idOf(key: string, fields: Fields): PaperId | null {
  for (const own of [key, textIn(fields, 'id') ?? '']) {
    const bare = /^arxiv-(.+)$/i.exec(own)?.[1];
    const id = bare === undefined ? null : arxivId(bare.replace(/^([a-z-]+)_(?=\d{7})/, '$1/'));
    if (id !== null) return id;
  }
  return paperIn(['pdfLink', 'doi', 'bibtex'].map((name) => fields.get(name))) ?? eprintIn(fields);
}

function eprintIn(fields: Fields): PaperId | null {
  const bibtex = textIn(fields, 'bibtex') ?? '';
  if (!/archiveprefix\s*=\s*[{"]\s*arxiv/i.test(bibtex)) return null;
  return arxivId(/\beprint\s*=\s*[{"]([^{}"]{5,40})[}"]/i.exec(bibtex)?.[1] ?? '');
}

/** PaperMemory's code link may be any text. */
function repositoryIn(link: string | undefined): string | undefined {
  return link !== undefined && /^https?:\/\/\S+$/.test(link) ? link : undefined;
}
