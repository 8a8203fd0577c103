import type { Status } from '../../papers/annotation';
import type { PaperId } from '../../papers/ids';
import { authorIn, type StatedAuthor } from '../authors';
import { dateIn, finest } from '../dates';
import type { Entry } from '../entries';
import { namesIn, unlinked } from '../nameLists';
import { statusOf } from '../statuses';
import { foreignTagsIn } from '../tagLists';
import { timeOf } from '../times';
import type { FrontMatter } from './frontMatter';
import type { Property } from './yaml';

/** What programs call the properties that are read, in lower case. */
const NAMES = {
  title: ['title', 'paper title', 'paper_title', 'paper-title', 'full title', 'name', '标题'],
  authors: ['authors', 'author', 'author(s)', 'creators', '作者'],
  published: ['published', 'date_published', 'publication date', 'publication-date', 'year'],
  tags: ['tags', 'tag', 'keywords', 'labels', 'topics', 'document tags', '标签'],
  starred: ['starred', 'favorite', 'favourite', 'star', 'pinned'],
  status: ['status', 'reading-status', 'reading status', 'reading_status', 'state', '状态'],
  // Joplin's is that of a task.
  isRead: ['read', 'completed?', 'completed', 'done', 'archived'],
  created: [
    'added',
    'created',
    'date added',
    'date-added',
    'date_added',
    'created_at',
    'created time',
    'date created',
    'date-created',
    'date_saved',
    'date saved',
    'saved',
    'savedat',
    'clipped',
  ],
} as const;

const WHOLE_LINK = /^(?:\[\[[^[\]]*\]\]|\[[^[\]]*\]\(https?:[^()\s]*\))$/;

const YES = /^(?:true|yes|y|on|1|x|★)$/i;
const NO = /^(?:false|no|n|off|0)$/i;

/** What a note says about its paper: its properties, and the reader's own text. `called` is the title that its file has. */
export function entryOf(
  id: PaperId,
  { properties, heading }: FrontMatter,
  text: string,
  called?: string,
): Entry {
  const all = (kind: keyof typeof NAMES): Property[] =>
    NAMES[kind].flatMap((name) => properties.get(name) ?? []);
  const first = (kind: keyof typeof NAMES): string | undefined =>
    all(kind).flatMap(({ values }) => values)[0];
  const body = text.trim();
  const [line, headline] = heading === undefined ? headingOf(body) : ['', heading];
  const title = first('title') ?? headline ?? called ?? properties.get('aliases')?.values[0];
  const isHeaded = headline !== undefined && (title === headline || heading !== undefined);
  // Ours have all tags among their properties.
  const isOurs = properties.has('starred') && properties.has('added') && properties.has('updated');
  const more = isOurs ? [] : tagLinesIn(body);
  return {
    id,
    title: title && (WHOLE_LINK.test(title) ? unlinked(title) : title),
    authors: all('authors').flatMap(authorsOf),
    abstract: properties.get('abstract')?.values[0],
    publishedAt: finest(...all('published').map(({ values }) => dateIn(values[0]))),
    tags: [...all('tags').flatMap(({ values }) => values.flatMap(tagsOf)), ...more],
    starred: YES.test(first('starred') ?? ''),
    status: statusOf(first('status')) ?? statusOfBox(first('isRead')),
    createdAt: timeOf(unlinked(first('created') ?? '')),
    note: withoutFacts(isHeaded ? body.slice(line.length).trim() : body),
  };
}

/** The heading that a text begins with, and the lines that it is. */
function headingOf(text: string): [lines: string, heading: string | undefined] {
  const found =
    /^#[ \t]+(.+?)[ \t]*#*(?:\n|$)/.exec(text) ?? /^(\S.{0,500})\n={3,}[ \t]*(?:\n|$)/.exec(text);
  return [found?.[0] ?? '', found?.[1]];
}

function authorsOf({ values, isList }: Property): (string | StatedAuthor)[] {
  return values.flatMap((value) => (isList ? authorIn(unlinked(value)) : namesIn(value)));
}

function tagsOf(value: string): string[] {
  return foreignTagsIn(unlinked(value));
}

/** Lines that are nothing but tags, as programs without properties have them. */
function tagLinesIn(text: string): string[] {
  const lines = text.match(
    /^[ \t]*#[\p{L}_][\p{L}\p{N}_/-]*(?:[ \t,]+#[\p{L}_][\p{L}\p{N}_/-]*)*[ \t]*$/gmu,
  );
  return (lines ?? []).flatMap((line) => line.trim().split(/[\s,]+/));
}

function statusOfBox(value: string | undefined): Status | null {
  if (value === undefined) return null;
  return YES.test(value) || timeOf(value) !== null
    ? 'read'
    : NO.test(value)
      ? 'to-read'
      : statusOf(value);
}

/** The reader's own text: our export puts a line of facts and the abstract before it. */
function withoutFacts(text: string): string {
  const facts = /^[^\n]*\[(?:arXiv|Hugging Face)\]\(https:\/\/[^\n]*(?:\n\n|$)/.exec(text)?.[0];
  if (facts === undefined) return text;
  return text.slice(facts.length).replace(/^> \[!abstract\]\n>[^\n]*(?:\n\n|$)/, '');
}
