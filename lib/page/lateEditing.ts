import type { Editing, EditingWorld } from './editing';

/** Makes what edits, in a world. */
export type MakeEditing = (world: EditingWorld) => Editing;

/**
 * Editing whose script is loaded when it is first asked for: it is most of our code on a page, and most pages are left
 * without it.
 * @param load null where it cannot be had, which was said; it is asked for again the next time
 */
export function createLateEditing(
  world: EditingWorld,
  load: () => Promise<MakeEditing | null>,
): Editing {
  let editing: Editing | undefined;
  let loading: Promise<void> | undefined;

  async function loadOnce(): Promise<void> {
    const make = await load();
    if (make && !world.signal.aborted) editing = make(world);
    else loading = undefined;
  }

  return {
    async edit(paper, part) {
      loading ??= loadOnce();
      await loading;
      await editing?.edit(paper, part);
    },
    update: (id) => editing?.update(id),
    refresh: (change) => editing?.refresh(change),
    close: () => editing?.close(),
  };
}
