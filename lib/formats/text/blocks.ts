import type { Status } from '../../papers/annotation';

/** Something in a text that is about one thing: an item of a list, or a paragraph. */
export interface Block {
  isItem: boolean;
  /** How far in an item's text stands. */
  indent: number;
  /** The item that it is in. */
  parent: Block | null;
  /** Its lines before the one that is read, as far as no other paper is before them. */
  text: string;
  hasPaper: boolean;
  /** What the box of its task says; null if it has none. */
  status: Status | null;
}

const MARKER =
  /^(\s*(?:>\s*)*)(?:[-*+](?=\s)|•|\d{1,6}[.)](?=\s)|\(\d{1,4}\)|\*{0,2}\[\d{1,4}\]\*{0,2}(?!\()|<(?:li|tr|td|p|dt|dd)\b[^<>]*>|\\item\b)\s*(?:\[([ xX/-])\]\s)?/i;
/** A task without a bullet, and Org's way to say that one is done. */
const BOX = /^(\s*)\[([ xX/-])\]\s/;
const ORG_TASK = /^(\s*)\*+\s+(TODO|DONE)\s/;
const HEADING =
  /^\s{0,3}(?:#{1,6}\s+(.*?)\s*#*|={2,6}\s*([^=].*?)\s*={2,6}|(?:<details\b[^<>]*>\s*)?<(h[1-6]|summary)\b[^<>]*>(.*?)(?:<\/\3>.*)?)\s*$/i;

/** A line across a page, or around the front matter of a file. */
const RULE = /^\s*(?:-{3,}|\*{3,}|_{3,}|={3,}|~{3,})\s*$/;

/** Most characters of a block that are kept, from its beginning. */
const LONGEST = 1_500;

/** Follows which block of a text each line is in. */
export class Blocks {
  #current: Block | null = null;
  #isAfterGap = false;

  /** The block that a line is in; null for a blank one. */
  read(line: string): Block | null {
    if (line.trim() === '') {
      this.#isAfterGap = true;
      if (this.#current?.isItem === false) this.#current = null;
      return null;
    }
    if (RULE.test(line)) {
      this.#current = null;
      return null;
    }
    const begun = begins(line);
    const indent = indentOf(line);
    const goesOn =
      this.#current !== null &&
      begun === null &&
      (!this.#isAfterGap || (this.#current.isItem && indent > this.#current.indent));
    if (!goesOn)
      this.#current = {
        ...(begun ?? PARAGRAPH),
        parent: begun === null ? null : this.#parentOf(indent),
      };
    this.#isAfterGap = false;
    return this.#current;
  }

  /** The block that a heading is: it ends what was open. */
  heading(): Block {
    this.#current = null;
    return { ...PARAGRAPH, isItem: true };
  }

  #parentOf(indent: number): Block | null {
    let parent = this.#current?.isItem ? this.#current : null;
    while (parent !== null && parent.indent >= indent) parent = parent.parent;
    return parent;
  }
}

/** Keeps a line of a block, or what of it comes after a paper. */
export function keep(block: Block, line: string): void {
  if (block.text.length < LONGEST) block.text += `${line.slice(0, LONGEST)}\n`;
}

/** What a heading says; null if a line is none. */
export function headingOf(line: string): string | null {
  const [, hashed, wiki, , tagged] = HEADING.exec(line.slice(0, LONGEST)) ?? [];
  return hashed ?? wiki ?? tagged ?? null;
}

const PARAGRAPH: Block = {
  isItem: false,
  indent: 0,
  parent: null,
  text: '',
  hasPaper: false,
  status: null,
};

/** An empty box says no more than that the paper is listed. */
const BOXES: Readonly<Record<string, Status>> = { x: 'read', '/': 'reading', done: 'read' };

function begins(line: string): Block | null {
  const beginning = line.slice(0, 200);
  const [, , task] = ORG_TASK.exec(beginning) ?? [];
  const [marker, , box] = MARKER.exec(beginning) ?? BOX.exec(beginning) ?? [];
  if (marker === undefined) return null;
  const sign = (task ?? box ?? '').toLowerCase();
  return { ...PARAGRAPH, isItem: true, indent: indentOf(line), status: BOXES[sign] ?? null };
}

function indentOf(line: string): number {
  return /^[\s>]*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0;
}
