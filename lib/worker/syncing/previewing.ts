import type { MergePreview } from '../../messages/syncMessages';
import { isPaperId, type PaperId } from '../../papers/ids';
import { UNTOUCHED } from '../../papers/trash';
import { statesOf } from '../../store/changes';
import { libraryCount } from '../../store/commands/copying';
import type { AsterismDatabase } from '../../store/database';
import type { Elements } from '../../sync/bases';
import { meet } from '../../sync/receiving';
import { shown } from '../../sync/showing';

/** Papers that are looked at in one go. */
const AT_ONCE = 500;

/** What this library and a folder make together in which nothing is said. */
export async function nothingThere(db: AsterismDatabase): Promise<MergePreview> {
  const here = await libraryCount(db);
  return { kind: 'preview', there: 0, here, together: here, notesJoined: 0 };
}

/** The same after papers were found in the folder that were not counted yet. */
export async function withThere(
  db: AsterismDatabase,
  before: MergePreview,
  said: Elements,
): Promise<MergePreview> {
  const ids = [...said.keys()].filter((id): id is PaperId => isPaperId(id));
  const preview = { ...before };
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE);
    const states = await db.transaction('r', db.bookmarks, db.trash, () => statesOf(db, some));
    for (const id of some) count(preview, id, states.get(id) ?? UNTOUCHED, said.get(id) ?? []);
  }
  return preview;
}

function count(
  preview: MergePreview,
  id: PaperId,
  state: typeof UNTOUCHED,
  elements: NonNullable<ReturnType<Elements['get']>>,
): void {
  const there = shown(id, elements);
  if (!there.isBookmark) return;
  preview.there += 1;
  if (state.bookmark === null) {
    preview.together += 1;
    return;
  }
  const both = meet({ id, state, facts: null, replica: { elements } }).state.bookmark;
  const notes = [state.bookmark, there.kept].map(({ annotation: { note } }) => note);
  const isJoined = notes.every((note) => note !== '' && note !== both?.annotation.note);
  if (isJoined) preview.notesJoined += 1;
}
