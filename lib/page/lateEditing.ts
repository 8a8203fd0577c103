import type { Failure, Result } from '../messages/result';
import { failureText } from '../text/failureText';
import { text } from '../text/text';
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

/** Editing that can be made ready before it is asked for. */
export interface LateEditing extends EditingAndKeys {
  /** Loads what edits, and says nothing where it cannot be had. */
  ready(): void;
}

/**
 * Editing whose script is loaded when it is first asked for: it is most of our code on a page, and most pages are left
 * without it.
 * @param load fails where it cannot be had; it is asked for again the next time
 */
export function createLateEditing(
  world: EarlyWorld,
  load: () => Promise<Result<MakeEditing>>,
): LateEditing {
  let editing: EditingAndKeys | undefined;
  let loading: Promise<Failure | undefined> | undefined;

  async function loadOnce(): Promise<Failure | undefined> {
    const loaded = await load();
    if (!loaded.ok) {
      loading = undefined;
      return loaded;
    }
    if (!world.signal.aborted) editing = loaded.value(world);
    return undefined;
  }

  function loadedOnce(): Promise<Failure | undefined> {
    loading ??= loadOnce();
    return loading;
  }

  async function whenLoaded(): Promise<EditingAndKeys | undefined> {
    const failed = await loadedOnce();
    if (failed) {
      world.notify(failed.code === 'orphaned' ? failureText(failed.code) : text('editorNotLoaded'));
    }
    return editing;
  }

  return {
    ready: () => void loadedOnce(),
    async edit(paper, part) {
      const reading = editing ? undefined : world.annotations.read(paper.id); // while it is loaded
      await (await whenLoaded())?.edit(paper, part, reading);
    },
    async key(...pressed) {
      await loadedOnce(); // nobody asked for it who pressed a key that is perhaps the page's
      editing?.key(...pressed);
    },
    update: (id) => editing?.update(id),
    refresh: (change) => editing?.refresh(change),
    close: () => editing?.close(),
  };
}
