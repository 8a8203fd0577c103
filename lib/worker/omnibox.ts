import { plainLine } from '../formats/plainText';
import { type PaperId, paperLinks } from '../papers/ids';
import { authorTotal, type Paper } from '../papers/paper';
import { text } from '../text/text';
import type { FindPapers } from './findPapers';

/** A row below the address bar: what is entered when it is picked, and what it says. */
export interface Suggestion {
  content: string;
  description: string;
}

/** Where something is opened: in the tab in front, or in a new one, in front or behind. */
export type Where = 'current' | 'front' | 'behind';

interface Needs {
  find: FindPapers;
  /** Shows what Enter does while no row is picked. */
  showFirst: (description: string) => void;
  open: (address: string, where: Where) => Promise<void>;
  /** The address of the library's page with a search, and with a paper beside it. */
  libraryAt: (query: string, paper: PaperId | null) => string;
  /** A description as the browser wants it: `asXml`, `asText`. */
  write: (title: string, about: string) => string;
}

/** What the address bar asks, after the keyword. */
export interface Omnibox {
  /** The rows for what is typed; null where more was typed meanwhile. */
  suggest(typed: string): Promise<Suggestion[] | null>;
  /** Enter opens the paper, the picked one or the first that is found; with Alt, in a tab in front, the library. */
  enter(entered: string, where: Where): Promise<void>;
  /** The reader has left the address bar. */
  leave(): void;
}

/** Rows below the first one: no browser shows more. */
const MOST = 5;

/** See `Omnibox`. The worker may be stopped between any two calls: what is entered is enough to know what was meant. */
export function createOmnibox({ find, showFirst, open, libraryAt, write }: Needs): Omnibox {
  let turn = 0;
  let typed = '';
  /** The papers of the rows, by what is entered when one is picked. */
  const offered = new Map<string, PaperId>();

  function leave(): void {
    turn += 1;
    offered.clear();
    find.release();
  }

  return {
    async suggest(now) {
      turn += 1;
      const mine = turn;
      const { papers, isComplete } = await find.find(now, MOST + 1);
      if (mine !== turn) return null;
      typed = now;
      const [first, ...others] = papers.map((paper) => ({
        id: paper.id,
        content: paperLinks(paper.id).page,
        description: write(plainLine(paper.title), aboutOf(paper)),
      }));
      offered.clear();
      for (const { id, content } of others) offered.set(content, id);
      const nothing = text(isComplete ? 'omniboxNothing' : 'omniboxNotYet');
      showFirst(first?.description ?? write(nothing, ''));
      return others.map(({ content, description }) => ({ content, description }));
    },
    async enter(entered, where) {
      const picked = offered.get(entered) ?? null;
      const query = picked === null ? entered : typed;
      if (where === 'front') await open(libraryAt(query, picked), where);
      else {
        const found = picked === null ? (await find.find(entered, 1)).papers[0]?.id : picked;
        await open(found === undefined ? libraryAt(query, null) : paperLinks(found).page, where);
      }
      leave();
    },
    leave,
  };
}

/** Who wrote it and when, short. */
function aboutOf(paper: Paper): string {
  const [first, ...others] = paper.authors.map(plainLine);
  const isMany = others.length > 0 || authorTotal(paper) > 1;
  const authors = first === undefined ? '' : isMany ? text('omniboxAuthors', first) : first;
  return [authors, paper.publishedAt?.slice(0, 4) ?? ''].filter((one) => one !== '').join(', ');
}

/** Characters of a title that are shown: a row has room for fewer. */
const MOST_SHOWN = 300;

/** A description for Chromium, which reads it as XML. Both parts are text without control characters (`plainLine`). */
export function asXml(title: string, about: string): string {
  const dim = about === '' ? '' : ` <dim>${escapeXml(about)}</dim>`;
  return escapeXml(cut(title)) + dim;
}

/** A description for Firefox, which shows it as it is. */
export function asText(title: string, about: string): string {
  return about === '' ? cut(title) : `${cut(title)} (${about})`;
}

function cut(title: string): string {
  const characters = [...title];
  return characters.length > MOST_SHOWN ? `${characters.slice(0, MOST_SHOWN).join('')}…` : title;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
