import type { Block } from '../markdown/document';
import { withTask } from '../markdown/tasks';

/** Reads Markdown (`parseMarkdown`). */
export type Parse = (source: string) => Block[];

/** A note as it is shown. */
export interface NoteReading {
  /** Null: what reads Markdown is not there (yet), and the text is shown as it is. */
  blocks: Block[] | null;
  /** The part of the note that is shown. */
  text: string;
  /** How many characters are left out until they are asked for. */
  left: number;
}

/** Characters of a note that are shown at once: reading them takes about 50 ms, drawing them a little more. */
const SHOWN = 20_000;

/** Reads notes, each once. */
export interface NoteReader {
  of(source: string): NoteReading;
  /** From now on the whole note. */
  unfold(): void;
  /** The beginning of the next note. */
  fold(): void;
  /** The note after one of its tasks was ticked. */
  ticked: typeof withTask;
}

/** See `NoteReader`. */
export function createNoteReading(load: () => Promise<Parse>, onChange: () => void): NoteReader {
  let parse: Parse | null = null;
  let loading = false;
  let whole = false;
  let last: { source: string; reading: NoteReading } | null = null;

  async function begin(): Promise<void> {
    loading = true;
    try {
      parse = await load();
    } catch {
      return; // the note is shown as it was typed
    }
    last = null;
    onChange();
  }

  function read(source: string): NoteReading {
    const text = whole ? source : beginning(source);
    const left = source.length - text.length;
    if (text.trim() === '') return { blocks: [], text, left };
    if (parse === null && !loading) void begin();
    return { blocks: parse?.(text) ?? null, text, left };
  }

  return {
    of(source) {
      if (last?.source !== source) last = { source, reading: read(source) };
      return last.reading;
    },
    unfold() {
      [whole, last] = [true, null];
      onChange();
    },
    fold() {
      [whole, last] = [false, null];
    },
    ticked: withTask,
  };
}

/** The beginning of a long note, up to the end of a line where there is one. */
function beginning(source: string): string {
  if (source.length <= SHOWN) return source;
  const end = source.lastIndexOf('\n', SHOWN);
  return source.slice(0, end > SHOWN / 2 ? end : SHOWN);
}
