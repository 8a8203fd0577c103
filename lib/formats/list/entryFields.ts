import { authorOf, type StatedAuthor } from '../authors';
import { type Fields, fieldsOf, textIn } from '../json/fields';
import { textOfHtml } from '../markup';
import { namesIn } from '../nameLists';
import { readerNotesIn } from '../readerNotes';

const TAGS =
  'tags labels tag_names keywords book_tags document_tags labelsNamed foldersNamed'.split(' ');

/** Tags: a list of texts or of objects with names, an object by them, or one text, which Pinboard parts by spaces. */
export function tagsIn(fields: Fields): string[] {
  return TAGS.flatMap((name) => tagsOf(fields.get(name)));
}

function tagsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.split(value.includes(',') ? ',' : /\s+/);
  const byName = fieldsOf(value);
  if (byName !== null) return [...byName.keys()];
  if (!Array.isArray(value)) return [];
  return value.flatMap((tag) => {
    if (typeof tag === 'string') return [tag];
    const parts = fieldsOf(tag);
    return (parts && textIn(parts, 'name', 'tag', 'label')) ?? [];
  });
}

/** Authors: a list of texts or of objects with names, or one text. */
export function authorsIn(fields: Fields): (string | StatedAuthor)[] {
  const names = ['authors', 'author', 'creators', 'authorships'];
  const value = names.map((name) => fields.get(name)).find((one) => one !== undefined);
  if (typeof value === 'string') return namesIn(value);
  if (!Array.isArray(value)) return [];
  return value.flatMap((author): (string | StatedAuthor)[] => {
    if (typeof author === 'string') return [author];
    const outer = fieldsOf(author);
    if (outer === null) return [];
    // OpenAlex has the author a level below.
    const parts = fieldsOf(outer.get('author')) ?? outer;
    const name = textIn(parts, 'name', 'full_name', 'literal', 'display_name');
    if (name !== undefined) return [name];
    const family = textIn(parts, 'family', 'lastName', 'last_name', 'last');
    const given = textIn(parts, 'given', 'firstName', 'first_name', 'first');
    return family === undefined ? [] : [authorOf({ family, given })];
  });
}

/** What the reader wrote, below the passages that the reader marked; Hypothesis has one of each in an object. */
export function noteIn(fields: Fields): string {
  const isAnnotation = fields.has('uri') && fields.has('target');
  const written = isAnnotation
    ? [textIn(fields, 'text')]
    : ['note', 'notes', 'extended', 'desc', 'comment'].flatMap((name) => textsOf(fields.get(name)));
  const quotes = isAnnotation ? passagesIn(fields.get('target')).map(quoted) : [];
  const marked = isAnnotation
    ? []
    : ['highlights', 'annotations'].flatMap((name) => marksOf(fields.get(name)));
  return readerNotesIn([...quotes, ...written.map((text) => text && textOfHtml(text)), ...marked]);
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return partsOf(value).flatMap((part) => textIn(part, 'note', 'text', 'content') ?? []);
}

/** Passages, each with what the reader said about it. */
function marksOf(value: unknown): string[] {
  return partsOf(value).map((mark) => {
    const passage = textIn(mark, 'quote', 'exact', 'passage') ?? textIn(mark, 'text');
    const said =
      textIn(mark, 'note', 'comment', 'annotation') ??
      (mark.has('quote') ? textIn(mark, 'text') : undefined);
    return [passage && quoted(passage), said].filter(Boolean).join('\n\n');
  });
}

function passagesIn(targets: unknown): string[] {
  return partsOf(targets).flatMap((target) =>
    partsOf(target.get('selector')).flatMap((selector) => textIn(selector, 'exact') ?? []),
  );
}

function quoted(passage: string): string {
  return passage.trim().replace(/^/gm, '> ');
}

function partsOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.flatMap((part) => fieldsOf(part) ?? []) : [];
}
