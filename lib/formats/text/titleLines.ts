import type { PaperId } from '../../papers/ids';

/** "Title: …", as in arXiv's mails and in records of all kinds. */
const TITLE = /^\s*(?:[-*+]\s+)?\*{0,2}(?:title|标题|题目)\*{0,2}\s*[:：]\*{0,2}\s*(\S.*)$/i;

/** Longest line that is looked at, and most lines from a title to its paper. */
const [LONGEST, FARTHEST] = [2_000, 6];

/** Lines that say a title: of the paper that was named before, or else of the one that is named next. */
export class TitleLines {
  #title: string | undefined;
  #lines = 0;
  #untitled: PaperId | null = null;
  #isFirst = true;
  #isFrontMatter = false;

  /** Reads a line; gives the paper that it says the title of. */
  read(line: string): { id: PaperId; title: string } | null {
    if (line.trim() === '---') this.#isFrontMatter = this.#isFirst;
    if (line.trim() !== '') this.#isFirst = false;
    if (++this.#lines > FARTHEST) this.#title = undefined;
    const title = this.#isFrontMatter ? undefined : TITLE.exec(line.slice(0, LONGEST))?.[1]?.trim();
    if (title === undefined) return null;
    const id = this.#untitled;
    this.#untitled = null;
    if (id !== null) return { id, title };
    this.#title = title;
    this.#lines = 0;
    return null;
  }

  /** A paper was named. */
  named(id: PaperId, hasTitle: boolean): void {
    this.#untitled = hasTitle ? null : id;
  }

  /** The title that was said for the next paper. */
  take(): string | undefined {
    const title = this.#title;
    this.#title = undefined;
    return title;
  }
}
