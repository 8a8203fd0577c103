/** A piece of a line. There is no kind for HTML, none for what a browser would load: neither can be shown. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'break' }
  /** `text`: the same in plain text; `isWhole`: that says all of it. */
  | { kind: 'formula'; tex: string; isDisplay: boolean; text: string; isWhole: boolean }
  | { kind: 'emphasis' | 'strong' | 'struck'; children: Inline[] }
  | { kind: 'link'; address: SafeAddress; children: Inline[] };

/** A web or mail address (`safeAddress`). */
export type SafeAddress = `${'https' | 'http' | 'mailto'}:${string}`;

/** One item of a list. `task`: it begins with a box, in this line of the source (from 0). */
export interface Item {
  task: { done: boolean; line: number } | null;
  children: Block[];
}

/** A cell of a table. */
export interface Cell {
  children: Inline[];
  align: 'left' | 'center' | 'right' | null;
}

/** A part of a Markdown text. */
export type Block =
  /** `isTight`: in a list whose items have no air between them. */
  | { kind: 'paragraph'; isTight: boolean; children: Inline[] }
  /** `level`: how many headings it stands under, from 1; whatever the source jumps over, this does not. */
  | { kind: 'heading'; level: number; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'quote'; children: Block[] }
  /** `start`: the first number; null: bullets. */
  | { kind: 'list'; start: number | null; items: Item[] }
  | { kind: 'table'; head: Cell[]; rows: Cell[][] }
  | { kind: 'rule' };
