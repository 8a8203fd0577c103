import type { CardKeys } from './cardKeys';
import type { Editing, EditingWorld } from './editing';

/** What edits, and what keys do: of one script, since both are needed by few pages. */
export interface EditingAndKeys extends Editing {
  key: CardKeys;
}

/** What there is in a page's first script. */
export type EarlyWorld = Omit<EditingWorld, 'send'>;

/** Makes what edits, in a world. */
export type MakeEditing = (world: EarlyWorld) => EditingAndKeys;

/** What was loaded, and whether keys of one letter are shortcuts on cards. */
export interface LoadedEditor {
  make: MakeEditing;
  singleKeys: boolean;
}

/**
 * Editing whose script is loaded when it is first asked for: it is most of our code on a page, and most pages are left
 * without it.
 * @param load null where it cannot be had, which was said; it is asked for again the next time
 */
export function createLateEditing(
  world: EarlyWorld,
  load: () => Promise<LoadedEditor | null>,
): EditingAndKeys {
  let editing: EditingAndKeys | undefined;
  let loading: Promise<void> | undefined;
  let isKeyed = false;

  async function loadOnce(): Promise<void> {
    const loaded = await load();
    isKeyed = loaded?.singleKeys ?? false;
    if (loaded && !world.signal.aborted) editing = loaded.make(world);
    else loading = undefined;
  }

  async function whenLoaded(): Promise<EditingAndKeys | undefined> {
    loading ??= loadOnce();
    await loading;
    return editing;
  }

  return {
    edit: async (paper, part) => (await whenLoaded())?.edit(paper, part),
    async key(key, paper) {
      const loaded = await whenLoaded();
      if (isKeyed) loaded?.key(key, paper);
    },
    update: (id) => editing?.update(id),
    refresh: (change) => editing?.refresh(change),
    close: () => editing?.close(),
  };
}
