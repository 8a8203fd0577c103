import { plainText } from '../maths/spans';
import type { Send } from '../messages/delivery';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';
import { hasSameTitle, keptId } from '../papers/samePaper';
import type { Scope } from '../search/document';
import type { LibraryReader } from '../store/reader';
import { failureText } from '../text/failureText';
import { text } from '../text/text';
import type { Annotating } from './annotating';
import type { Notices } from './notices';
import { createObservers, type Observable } from './observable';
import type { SearchClient } from './searching/client';

export interface SamePaperDeps {
  reader: Pick<LibraryReader, 'papers' | 'bookmarks'>;
  /** Starts a search; it is closed when it has answered. */
  search: () => SearchClient;
  send: Send<'paper.merge'>;
  annotating: Pick<Annotating, 'stepped'>;
  notices: Pick<Notices, 'show'>;
  /** Goes to a paper. */
  read: (id: PaperId) => void;
}

/** Whether the paper that is read is there under another id, too. Never merged unasked. Knows no DOM. */
export interface SamePaper extends Observable {
  /** The other one; null where there is none, or nobody has looked. */
  other(): Paper | null;
  /** Another paper is read. */
  forget(): void;
  /** Looks for a bookmark's other. */
  find(paper: Paper): Promise<void>;
  /** Makes one bookmark of both. */
  merge(): Promise<void>;
}

/** Papers of a title that are looked at. */
const MOST = 20;

/** See `SamePaper`. */
export function createSamePaper(deps: SamePaperDeps): SamePaper {
  const { reader, search, send, annotating, notices, read } = deps;
  const { subscribe, notify } = createObservers();
  let found: { mine: Paper; other: Paper } | null = null;
  let turn = 0;

  function become(next: typeof found): void {
    if (next === found) return;
    found = next;
    notify();
  }

  /** Of the history only those that are kept under the better id: else there would be nothing to merge. */
  async function otherOf(mine: Paper): Promise<Paper | null> {
    const title = plainText(mine.title);
    if (!hasSameTitle(title, title)) return null;
    const scopes: readonly Scope[] = ['bookmarks', 'history'];
    const ids = (await Promise.all(scopes.map((scope) => titled(search(), title, scope)))).flat();
    const papers = await reader.papers([...new Set(ids)].filter((id) => id !== mine.id));
    const same = papers.filter((one) => hasSameTitle(plainText(one.title), title));
    const kept = await reader.bookmarks(same.map(({ id }) => id));
    const bookmarked = new Set(kept.map(({ paper }) => paper.id));
    return same.find(({ id }) => bookmarked.has(id) || keptId(mine.id, id) === id) ?? null;
  }

  return {
    subscribe,
    other: () => found?.other ?? null,
    forget() {
      turn += 1;
      become(null);
    },
    async find(mine) {
      turn += 1;
      const asked = turn;
      const other = await otherOf(mine).catch(() => null); // an offer less; the page says what cannot be read
      if (asked === turn) become(other && { mine, other });
    },
    async merge() {
      if (found === null) return;
      const { mine, other } = found;
      const into = keptId(mine.id, other.id);
      const from = into === mine.id ? other.id : mine.id;
      const result = await send('paper.merge', { from, into });
      if (!result.ok) return notices.show('error', failureText(result.code));
      become(null);
      if (into !== mine.id) read(into);
      notices.show('done', text('mergedPapers'), annotating.stepped(result.value.undo));
    },
  };
}

function titled(client: SearchClient, title: string, scope: Scope): Promise<PaperId[]> {
  return new Promise((resolve) => {
    client.search(
      {
        query: { kind: 'title', text: title },
        scope,
        order: { by: 'starred', ascending: false },
        from: 0,
        count: MOST,
        facets: false,
      },
      (answer) => {
        if (answer !== null && (answer.rest > 0 || !answer.isCurrent)) return;
        client.close();
        resolve(answer?.ids ?? []);
      },
    );
  });
}
