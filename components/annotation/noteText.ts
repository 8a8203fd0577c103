/** The text of a field that is typed in and follows its paper. */
export interface NoteText {
  /** The field has another text now; gives that over which it was typed, null where nothing was typed. */
  typed(value: string): string | null;
  /**
   * The paper has a note; gives the text to show in the field, null where what was typed there stays.
   * @param isBusy whether something that was typed is not stored yet
   */
  follow(note: string, isBusy: boolean): string | null;
}

/** See `NoteText`. */
export function createNoteText(note: string): NoteText {
  /** What was typed or followed last. */
  let own = note;
  /** Whether the paper has got that text since it was typed. */
  let isTold = true;
  return {
    typed(value) {
      if (value === inField(own)) return null;
      const was = own;
      own = value;
      isTold = false;
      return was;
    },
    follow(next, isBusy) {
      isTold ||= isBusy || next.includes(own);
      if (isBusy || !isTold) return null;
      if (next === '' && own.trim() === '') return null; // blanks alone are not stored, and are the beginning of a note
      own = next;
      return inField(next);
    },
  };
}

/** A text as a field has it, which knows one kind of line break. */
function inField(note: string): string {
  return note.replace(/\r\n?/g, '\n');
}
