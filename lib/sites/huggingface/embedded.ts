import { huggingFaceId, type PaperId } from '../../papers/ids';
import { type Organization, PAPER_LIMITS, type Paper } from '../../papers/paper';
import type { PageFacts } from '../adapter';
import { count, line, lines, list, record, webAddress } from '../values';
import { statedDay } from './dates';
import { ISLAND } from './links';

/** More items than any listing has (a month: 105, a search: 120). */
const MOST_ITEMS = 2_000;

/** Characters; the largest page has about two million. More of them say nothing: reading them would hold the page up. */
const MOST_PROPS = 10_000_000;

const known = new WeakMap<Element, { props: string; facts: PageFacts }>();

/** What the island's data says; parsed again only when its text changed. */
export function embeddedFacts(document: Document): PageFacts {
  const island = document.querySelector(ISLAND);
  const props = island?.getAttribute('data-props') ?? '';
  const before = island && known.get(island);
  if (before?.props === props) return before.facts;
  const facts = readProps(props);
  if (island) known.set(island, { props, facts });
  return facts;
}

function readProps(props: string): PageFacts {
  const data = record(parse(props.slice(0, MOST_PROPS)));
  const items = new Map<PaperId, Item[]>();
  for (const stated of [
    data, // a paper's page says it of one
    ...list(data['dailyPapers'], MOST_ITEMS),
    ...list(data['searchResults'], MOST_ITEMS),
  ]) {
    const item = record(stated);
    const { id: segment } = paperIn(item);
    const id = typeof segment === 'string' ? huggingFaceId(segment) : null;
    if (id !== null) items.set(id, [...(items.get(id) ?? []), item]);
  }
  return {
    // Read one by one, as they are asked for: a thousand at once would hold the page up.
    papers: {
      get(id) {
        const known: Partial<Paper> = { id };
        const stated = items.get(id);
        return stated && Object.assign(known, ...stated.map(readItem));
      },
    },
    today: newestDay(data),
  };
}

type Item = { [key: string]: unknown };

/** The paper in the envelope of its listing. */
function paperIn(item: Item): Item {
  return record(item['paper'] ?? item);
}

/** The day of the newest list, which has no next one: the page's today. A list of an earlier day says nothing of it. */
function newestDay(data: Item): string | undefined {
  const day = statedDay(data['dateString']);
  return data['nextDate'] || data['dateString'] !== day ? undefined : day;
}

function readItem(item: Item): Partial<Paper> {
  const paper = paperIn(item);
  const keywords = lines(paper['ai_keywords'], PAPER_LIMITS.keywords, PAPER_LIMITS.name);
  // A hidden author keeps the paper off a profile, and is an author all the same.
  const authors = list(paper['authors'], PAPER_LIMITS.authors).map(
    (author) => record(author)['name'],
  );
  return present<Partial<Paper>>({
    title: longText(PAPER_LIMITS.title, paper['title'], item['title'], item['highlightedTitle']),
    abstract: longText(
      PAPER_LIMITS.abstract,
      paper['summary'],
      item['summary'],
      item['highlightedSummary'],
    ),
    authors:
      authors.length > 0 ? lines(authors, PAPER_LIMITS.authors, PAPER_LIMITS.name) : undefined,
    authorCount: Array.isArray(paper['authors']) ? paper['authors'].length || undefined : undefined,
    organization: readOrganization(record(paper['organization'] ?? item['organization'])),
    // Never the item's own `publishedAt`: that is another time zone's, or the time it was submitted to the list.
    publishedAt: statedDay(paper['publishedAt']),
    upvotes: count(paper['upvotes']),
    comments: count(item['numComments']),
    githubRepo: webAddress(paper['githubRepo']),
    githubStars: count(paper['githubStars']),
    projectPage: webAddress(paper['projectPage']),
    keywords: keywords.length > 0 ? keywords : undefined,
  });
}

function readOrganization(stated: Item): Organization | undefined {
  const name = line(stated['name'], PAPER_LIMITS.name);
  return name === undefined
    ? undefined
    : { name, fullname: line(stated['fullname'], PAPER_LIMITS.name) };
}

/** The first of several statements of one text that is one; a search states it in pieces, some of them highlighted. */
function longText(most: number, ...statements: unknown[]): string | undefined {
  for (const stated of statements) {
    const pieces = list(stated, 1_000)
      .map((piece) => record(piece)['text'])
      .filter((piece) => typeof piece === 'string');
    const text = line(Array.isArray(stated) ? pieces.join('') : stated, most);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** An object without the fields that are undefined, so that it can be laid over another. */
function present<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  // Not by deleting them: an object that lost a field is slow from then on, and a page has a thousand.
  const stated: { [K in keyof T]?: T[K] | undefined } = {};
  for (const key in fields) if (fields[key] !== undefined) stated[key] = fields[key];
  return stated as T; // callers give undefined only where a field may be absent
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // none, or cut off: the DOM has to do
  }
}
