import type { Send } from '../../lib/messages/delivery';
import { type Failure, type Result, success } from '../../lib/messages/result';
import type { SavedSearch } from '../../lib/papers/savedSearch';
import type { ColouredTag } from '../../lib/papers/tagColours';
import { tagKey } from '../../lib/papers/tags';
import { retagged } from '../../lib/papers/tagTree';
import type { TrashedBookmark } from '../../lib/store/reader';
import { rankTags } from '../../lib/store/tagCounts';

/** Tags, trash and saved searches in memory: what the database and the worker are to their pages. */
export interface FakeOrganized {
  /** The tags of each paper. */
  papers: string[][];
  colours: ColouredTag[];
  trash: TrashedBookmark[];
  searches: SavedSearch[];
  send: Send;
  sent: { name: string; request: Record<string, unknown> }[];
  reader: {
    tags: () => Promise<{ tag: string; count: number }[]>;
    tagColours: () => Promise<ColouredTag[]>;
    trash: (count?: number) => Promise<TrashedBookmark[]>;
    searches: () => Promise<SavedSearch[]>;
  };
  failWith: Failure | null;
  broken: boolean;
}

/** See `FakeOrganized`. */
export function fakeOrganized(): FakeOrganized {
  const read = async <T>(value: () => T): Promise<T> => {
    if (organized.broken) throw new DOMException('broken', 'UnknownError');
    return structuredClone(value());
  };

  function retag(from: string, to: string | null): unknown {
    let changed = 0;
    organized.papers = organized.papers.map((tags) => {
      const next = retagged(tags, from, to);
      if (next !== tags) changed++;
      return next;
    });
    organized.colours = organized.colours.flatMap((colour) => {
      const [moved] = retagged([colour.tag], from, to);
      return moved === undefined ? [] : { ...colour, tag: moved, key: tagKey(moved) };
    });
    return { changed, missing: 0, undo: changed > 0 ? 7 : null };
  }

  function take(ids: string[] | 'all'): number {
    const before = organized.trash.length;
    organized.trash =
      ids === 'all' ? [] : organized.trash.filter(({ paper }) => !ids.includes(paper.id));
    return before - organized.trash.length;
  }

  function answer(name: string, request: Record<string, never>): unknown {
    switch (name) {
      case 'tag.rename':
        return retag(request['from'] ?? '', request['to'] ?? '');
      case 'tag.delete':
        return retag(request['tag'] ?? '', null);
      case 'tag.colour': {
        const { tag = '', colour = null } = request;
        const rest = organized.colours.filter(({ key }) => key !== tagKey(tag));
        organized.colours = colour === null ? rest : [...rest, { key: tagKey(tag), tag, colour }];
        return { undo: 8 };
      }
      case 'trash.restore':
        return { changed: take(request['ids'] ?? []), missing: 0, undo: 9 };
      case 'trash.empty':
        return { emptied: take(request['which'] ?? []) };
      case 'search.save': {
        const { name: called = '', query = '' } = request;
        const rest = organized.searches.filter((search) => search.name !== called);
        organized.searches = [
          ...rest,
          { name: called, query, savedAt: '2026-05-01T00:00:00Z' },
        ].sort((a, b) => (a.name < b.name ? -1 : 1));
        return { searches: organized.searches.length };
      }
      case 'search.delete':
        organized.searches = organized.searches.filter((search) => search.name !== request['name']);
        return { searches: organized.searches.length };
      default:
        throw new Error(`no ${name} here`);
    }
  }

  const organized: FakeOrganized = {
    papers: [],
    colours: [],
    trash: [],
    searches: [],
    sent: [],
    failWith: null,
    broken: false,
    send: async (name, request) => {
      organized.sent.push(structuredClone({ name, request: request as Record<string, unknown> }));
      if (organized.failWith) return organized.failWith;
      return success(answer(name, request as Record<string, never>)) as Result<never>; // one fake for all messages
    },
    reader: {
      tags: () =>
        read(() => {
          const counts = new Map<string, number>();
          for (const tag of organized.papers.flat()) counts.set(tag, (counts.get(tag) ?? 0) + 1);
          return rankTags(
            [...counts].map(([tag, count]) => ({ tag, count })),
            Number.POSITIVE_INFINITY,
          );
        }),
      tagColours: () => read(() => organized.colours),
      trash: (count = Number.POSITIVE_INFINITY) => read(() => organized.trash.slice(0, count)),
      searches: () => read(() => organized.searches),
    },
  };
  return organized;
}

/** What a page's views need beside the library. */
export function fakeDeps(organized: FakeOrganized) {
  const told: {
    kind: string;
    text: string;
    action?: { text: string; run: () => void } | undefined;
  }[] = [];
  let jobs = 0;
  return {
    told,
    deps: {
      reader: organized.reader,
      send: organized.send,
      newJob: () => `job ${++jobs}`,
      onProgress: () => {},
      notices: {
        show: (
          kind: 'done' | 'busy' | 'error',
          text: string,
          action?: { text: string; run: () => void },
        ) => void told.push({ kind, text, action }),
      },
      stepped: (step: number | null) =>
        step === null ? undefined : { text: `Undo ${step}`, run: () => {} },
    },
  };
}
