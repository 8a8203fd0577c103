import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { PaperId } from '../../lib/papers/ids';
import type { Paper } from '../../lib/papers/paper';

/** Papers in the order of the days on which they were listed, and what each reader chose of them. */
export interface Choices {
  /** Where they are from, for the table. */
  source: string;
  papers: readonly Paper[];
  /** The day of each paper. */
  days: readonly string[];
  readers: ReadonlyMap<string, ReadonlySet<PaperId>>;
}

interface Line {
  id: string;
  day: string;
  title: string;
  abstract?: string;
  authors?: string[];
  organization?: string;
  upvotes?: number;
  keywords?: string[];
}

/** Real papers and readers (the README of that folder says what they are), or null where they are not. */
export function realChoices(folder: string): Choices | null {
  const [listed, chosen] = [`${folder}/daily.jsonl.gz`, `${folder}/readers.json`];
  if (!existsSync(listed) || !existsSync(chosen)) return null;
  const lines = gunzipSync(readFileSync(listed)).toString().trim().split('\n');
  const read = lines.map((line) => JSON.parse(line) as Line); // the folder's README says what a line has
  const readers = JSON.parse(readFileSync(chosen, 'utf8')) as Record<string, { papers: string[] }>; // and this
  return {
    source: 'real papers and readers',
    papers: read.map(paperOf),
    days: read.map(({ day }) => day),
    readers: new Map(
      Object.entries(readers).map(([name, { papers }]) => [name, new Set(papers.map(idOf))]),
    ),
  };
}

function paperOf({
  id,
  title,
  abstract,
  authors = [],
  organization,
  upvotes,
  keywords,
}: Line): Paper {
  return {
    id: idOf(id),
    title,
    abstract,
    authors,
    organization: organization === undefined ? undefined : { name: organization },
    upvotes,
    keywords,
  };
}

function idOf(id: string): PaperId {
  return `arxiv:${id}`;
}
