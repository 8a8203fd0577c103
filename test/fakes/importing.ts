import type { OwnSettings } from '../../lib/imports/importedSettings';
import { createImporting, type ImportState } from '../../lib/imports/importing';
import type { Answer, MessageName, Request } from '../../lib/messages/contract';
import { type FailureCode, failure, type Result, success } from '../../lib/messages/result';
import { isEmpty } from '../../lib/papers/annotation';
import type { Bookmark } from '../../lib/papers/bookmark';
import { deepEqual } from '../../lib/papers/deepEqual';
import type { PaperId } from '../../lib/papers/ids';
import { mergeIncoming } from '../../lib/papers/merging';
import type { SearchesAndColours } from '../../lib/papers/searchesAndColours';
import { CARRIED, carried } from '../../lib/settings/carried';
import { SETTINGS } from '../../lib/settings/settings';
import type { TrashedBookmark } from '../../lib/store/reader';

/** A library in memory that answers as the worker does. */
export function fakeLibrary(bookmarks: readonly Bookmark[] = []) {
  const library = new Map<PaperId, Bookmark>(bookmarks.map((item) => [item.paper.id, item]));
  const staged = new Map<number, Bookmark[]>();
  const searchesAndColours: SearchesAndColours = { searches: [], colours: [] };
  const trash: TrashedBookmark[] = [];
  const sent: MessageName[] = [];
  const failing = new Map<MessageName, FailureCode>();
  let undo = new Map(library);

  function answer(name: MessageName, request: object): unknown {
    if ('bookmarks' in request && 'part' in request) {
      const { part, bookmarks: added, shelves: more } = request as Request<'import.stage'>; // no other message has both
      staged.set(part, added);
      searchesAndColours.searches.push(...(more?.searches ?? []));
      searchesAndColours.colours.push(...(more?.colours ?? []));
      return { staged: added.length };
    }
    if (name === 'import.abandon') return { staged: staged.clear() ?? 0 };
    if (name === 'step.undo') {
      library.clear();
      for (const [id, item] of undo) library.set(id, item);
      return { ids: [] };
    }
    const outcome = { added: 0, merged: 0, same: 0, searches: 0, colours: 0, undo: 1 };
    undo = new Map(library);
    for (const item of [...staged.values()].flat()) {
      const known = library.get(item.paper.id);
      const merged = mergeIncoming(known ?? null, item);
      outcome[
        deepEqual(merged, known) || isEmpty(merged.annotation) ? 'same' : known ? 'merged' : 'added'
      ]++;
      library.set(item.paper.id, merged);
    }
    staged.clear();
    return outcome;
  }

  return {
    library,
    staged,
    searchesAndColours,
    settings: fakeSettings(),
    trash,
    sent,
    failing,
    send: async <N extends MessageName>(
      name: N,
      request: Request<N>,
    ): Promise<Result<Answer<N>>> => {
      sent.push(name);
      const code = failing.get(name);
      if (code !== undefined) return failure(code, 'as the test asks');
      return success(answer(name, request) as Answer<N>); // the fake knows what each message gives
    },
    reader: {
      bookmarks: async (ids: readonly PaperId[]): Promise<Bookmark[]> =>
        ids.flatMap((id) => library.get(id) ?? []),
      papers: async () => [],
      trashed: async (ids: readonly PaperId[]): Promise<TrashedBookmark[]> =>
        trash.filter(({ paper }) => ids.includes(paper.id)),
      searches: async () => searchesAndColours.searches,
      tagColours: async () => searchesAndColours.colours,
    },
  };
}

/** Settings in memory, all as they are at first. */
function fakeSettings(): OwnSettings {
  const values = new Map(CARRIED.map((name) => [name, carried(name, SETTINGS[name].initial)]));
  return {
    read: async () => [...values.values()],
    write: async (setting) => void values.set(setting.name, setting),
  };
}

/** An import over that library, and the states it went through. */
export function openImport(
  fake: ReturnType<typeof fakeLibrary>,
  onState: (state: ImportState) => void = () => {},
) {
  const states: ImportState[] = [];
  const importing = createImporting({
    send: fake.send,
    reader: fake.reader,
    settings: fake.settings,
    show: (state) => {
      states.push(state);
      onState(state);
    },
    now: () => new Date('2026-11-11T11:11:11.000Z'),
    newId: () => 'import-1',
    pace: async () => {},
  });
  return {
    importing,
    states,
    last: () => states.at(-1),
    steps: () => new Set(states.map(({ step }) => step)),
  };
}
