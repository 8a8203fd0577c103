import '../../components/options/tables.css';
import '../../components/options/preview.css';
import '../../components/options/differences.css';
import '../../components/options/incomingSearches.css';
import '../../components/tags/colours.css';
import { ImportPreview } from '../../entrypoints/options/ImportPreview';
import { differencesOf } from '../../lib/imports/comparing';
import type { Preview } from '../../lib/imports/importing';
import { noProblems } from '../../lib/imports/readFile';
import { emptyAnnotation } from '../../lib/papers/annotation';
import type { Bookmark, Incoming } from '../../lib/papers/bookmark';
import { show } from './optionsStage';

export const EARLY = '2026-01-01T00:00:00.000Z';
export const NO_SEARCHES_OR_COLOURS = { searches: [], colours: [] };
export const LATE = '2026-06-01T00:00:00.000Z';

/** A paper of which something is said. */
export function bookmark(number: number, said: Partial<Bookmark['annotation']> = {}): Bookmark {
  const id = `arxiv:2504.${String(number).padStart(5, '0')}` as const;
  return {
    paper: { id, title: `Paper ${number}`, authors: ['Ada Lovelace'] },
    annotation: { ...emptyAnnotation(EARLY), ...said },
  };
}

/** A preview of some papers; `library` is what there is of those that are merged. */
export function previewOf(parts: Partial<Preview>, library: Bookmark[] = []): Preview {
  const { added = [], merged = [], unchanged = [] } = parts;
  const rows = new Map(library.map((item) => [item.paper.id, item]));
  const reader = {
    bookmarks: async (ids: readonly Bookmark['paper']['id'][]) =>
      ids.flatMap((id) => rows.get(id) ?? []),
  };
  return {
    name: 'theirs.json',
    files: [{ name: 'theirs.json', format: null, refused: null, break: null }],
    problems: { ...noProblems(), first: [] },
    settings: { added: [], same: [], differing: [] },
    searchesAndColours: {
      added: NO_SEARCHES_OR_COLOURS,
      same: NO_SEARCHES_OR_COLOURS,
      differing: NO_SEARCHES_OR_COLOURS,
    },
    broughtBack: async () => new Map(),
    added,
    merged,
    unchanged,
    newCount: added.length,
    mergeCount: merged.length,
    sameCount: unchanged.length,
    differences: (papers: readonly Incoming[]) => differencesOf(papers, reader),
    titles: async () => new Map(),
    ...parts,
  };
}

/** Does nothing. */
export const nothing = (): void => {};
/** Shows a preview of files. */
export const showPreview = (preview: Preview): HTMLElement =>
  show(<ImportPreview preview={preview} onApply={nothing} onDiscard={nothing} />);

/** A paper as the library has it, and as it comes. */
export const mine = bookmark(1, {
  note: 'Mine.',
  noteAt: EARLY,
  tags: ['mine'],
  status: 'read',
  statusAt: LATE,
});
export const theirs = bookmark(1, {
  note: 'Theirs.',
  noteAt: LATE,
  tags: ['theirs'],
  status: 'reading',
  statusAt: EARLY,
});
