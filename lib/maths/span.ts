import type { Groups } from './groups';

/** A part of a text that may have TeX in it. All sources together are the text. */
export type Span = { source: string /** What it says in plain text. */; plain: string } & (
  | { kind: 'text' }
  /** LaTeX that says the same wherever it stands: an escaped sign, an accent, quotes, a dash. */
  | { kind: 'tex' }
  /** A command for how its argument looks. */
  | { kind: 'dress'; name: string; argument: string }
  /** A command of formulas that stands outside of one. */
  | { kind: 'symbol' }
  /** Something raised or lowered outside of a formula: "V^3". */
  | { kind: 'script'; tex: string }
  /** `isWhole`: its plain text says all of it. */
  | { kind: 'maths'; tex: string; isDisplay: boolean; isWhole: boolean }
  /** Anything else that says something else than its source. */
  | { kind: 'other' }
);

/** What was found: a span less its source, and where that ends. */
export type Found = { end: number } & (Span extends infer S
  ? S extends Span
    ? Omit<S, 'source'>
    : never
  : never);

/** A text that is being cut into spans. */
export interface Source {
  text: string;
  groups: Groups;
  /** Makes plain text of what is within a command. */
  plainOf(tex: string): string;
}
