import { STATUSES } from '../../papers/annotation';
import type { PaperId } from '../../papers/ids';
import { authorIn } from '../authors';
import { dateIn } from '../dates';
import type { Entry, Found } from '../entries';
import { tagsIn } from '../tagLists';
import { timeOf } from '../times';
import { type FrontMatter, frontMatterOf, paperOf } from './frontMatter';

/** Most characters of a note. */
const LARGEST = 16 * 1024 * 1024;

/** Reads a note about one paper, our own or another program's: its front matter says the facts, its text is the note. */
export async function* findInNote(chunks: AsyncIterable<string>): AsyncGenerator<Found> {
  let text = '';
  for await (const chunk of chunks) {
    text += chunk;
    if (text.length > LARGEST) {
      return yield { kind: 'unreadable', line: 1, reason: { code: 'tooLarge' } };
    }
  }
  const begin = text.search(/\S/);
  const line = text.slice(0, begin).split('\n').length;
  const note = text.slice(begin);
  const matter = frontMatterOf(note);
  const id = matter && paperOf(matter);
  if (matter === null || id === null) {
    return yield { kind: 'unreadable', line, reason: { code: 'notEntry' } };
  }
  yield { kind: 'entry', line, entry: entryOf(id, matter, note.slice(matter.end)) };
}

function entryOf(id: PaperId, { fields }: FrontMatter, text: string): Entry {
  const all = (...names: string[]): string[] => names.flatMap((name) => fields.get(name) ?? []);
  const first = (...names: string[]): string | undefined => all(...names)[0];
  return {
    id,
    title: first('title'),
    // Obsidian makes links of names.
    authors: all('authors', 'author').map((name) => authorIn(name.replace(/^\[\[(.*)\]\]$/, '$1'))),
    publishedAt: dateIn(first('published')),
    tags: all('tags', 'tag').flatMap(tagsIn),
    starred: first('starred', 'favorite') === 'true',
    status: STATUSES.find((status) => status === first('status')) ?? null,
    createdAt: timeOf(first('added', 'created')),
    note: withoutFacts(text.trim()),
  };
}

/** The reader's own text: our export puts a line of facts and the abstract before it. */
function withoutFacts(text: string): string {
  const facts = /^[^\n]*\[(?:arXiv|Hugging Face)\]\(https:\/\/[^\n]*(?:\n\n|$)/.exec(text)?.[0];
  if (facts === undefined) return text;
  return text.slice(facts.length).replace(/^> \[!abstract\]\n>[^\n]*(?:\n\n|$)/, '');
}
