import { text, timeText } from '../text/text';
import { isAllThere } from './allThere';
import type { Importing, ImportState } from './importing';

/** A copy of the library that can be restored. */
export interface Copy {
  name: number | 'present';
  /** When the last change in it was made. */
  at: string;
  papers: number;
  isOffered: boolean;
}

/** What reading a copy gave. */
export interface CopyRead {
  /** The file that an export would have made of it. */
  file: File;
  /** What of it is damaged, in sentences. */
  damage: readonly string[];
}

/** Where a restore is. */
export interface RestoringState {
  /** The restore as an import: nothing is in the library before it is applied, and it can be taken back. */
  state: ImportState;
  /** How far reading the copy is. */
  reading: { done: number; total: number } | null;
  /** What of the copy that was read last is damaged, in sentences. */
  damage: readonly string[];
  /** The chosen copy is not there any more. */
  isGone: boolean;
}

/** A restore that has not begun. */
export const NOT_BEGUN: RestoringState = {
  state: { step: 'idle' },
  reading: null,
  damage: [],
  isGone: false,
};

export interface RestoringParts {
  /** An import by which the copy comes; it tells its states. */
  importing: (show: (state: ImportState) => void) => Importing;
  /** Reads a copy; null if it is gone. `onPapers` is told how many are read. */
  read(copy: Copy, onPapers: (done: number) => void): Promise<CopyRead | null>;
  /** Hands a file to the reader. */
  save(file: File): void;
  /** Says that the copy on offer is settled. */
  settle(): Promise<unknown>;
  show(state: RestoringState): void;
}

/** What can be done with copies. */
export interface Restoring {
  /** Reads a copy and shows what restoring it would change. */
  begin(copy: Copy): Promise<void>;
  /** Reads a copy and saves it as a file. */
  save(copy: Copy): Promise<void>;
  apply(): Promise<void>;
  discard(): void;
  undo(): void;
}

/** Reads copies, and restores them by way of an import. */
export function createRestoring(parts: RestoringParts): Restoring {
  let now = NOT_BEGUN;
  let chosen: Copy | null = null;
  const become = (part: Partial<RestoringState>): void => {
    now = { ...now, ...part };
    parts.show(now);
  };
  const importing = parts.importing((state) => become({ state }));

  async function read(copy: Copy): Promise<File | null> {
    const total = Math.max(copy.papers, 1);
    become({ isGone: false, damage: [], reading: { done: 0, total } });
    try {
      const found = await parts.read(copy, (done) => become({ reading: { done, total } }));
      become({ isGone: found === null, damage: found?.damage ?? [] });
      return found?.file ?? null;
    } catch (error) {
      become({ state: { step: 'failed', name: nameOf(copy), code: 'bug', error: String(error) } });
      return null;
    } finally {
      become({ reading: null });
    }
  }

  /** What was on offer is here: it is not offered any more. */
  async function settle(): Promise<void> {
    if (chosen?.isOffered) await parts.settle();
  }

  return {
    async begin(copy) {
      const file = await read(copy);
      if (file === null) return;
      chosen = copy;
      const slice = (from: number, to: number): Blob => file.slice(from, to);
      await importing.choose({ name: nameOf(copy), size: file.size, slice });
    },
    async save(copy) {
      const file = await read(copy);
      if (file !== null) parts.save(file);
    },
    async apply() {
      await importing.apply();
      if (now.state.step === 'done') await settle();
    },
    discard() {
      if (isAllThere(now.state, now.damage)) void settle();
      become({ damage: [] });
      importing.cancel();
    },
    undo: () => void importing.undo(),
  };
}

function nameOf({ at }: Copy): string {
  return text('backupName', timeText(at));
}
