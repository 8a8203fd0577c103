import { join, not, type Query } from './ast';
import type { Problem, ProblemCode } from './problems';

/** A part of a query's outermost level, and where it stands in the text, its "-" included. */
export interface Term {
  query: Query;
  from: number;
  to: number;
}

/** One level of parentheses while it is read. */
interface Level {
  from: number;
  negated: boolean;
  alternatives: Query[];
  parts: Query[];
  /** An OR with nothing after it yet. */
  or: { from: number; to: number } | null;
  /** Whether anything stands since the last OR, even what asks for nothing. */
  isFilled: boolean;
}

// Deeper parentheses are left out, so that nothing that walks a query can run out of stack.
const MOST_LEVELS = 50;

/** Puts a query together from its parts in the order of the text: AND binds stronger than OR, "-" strongest. */
export class Levels {
  readonly problems: Problem[] = [];
  readonly terms: Term[] = [];
  /** Whether the outermost level has an OR with something on both sides. */
  hasOr = false;
  private level = newLevel(0, false);
  private readonly outer: Level[] = [];
  private tooDeep = 0;
  private negated = false;
  /** Where the dashes before the next part begin. */
  private dashes: number | null = null;

  /** A "-". */
  negate(from: number): void {
    this.dashes ??= from;
    this.negated = !this.negated;
  }

  /** Anything that asks for something; null asks for nothing. */
  add(query: Query | null, from: number, to: number): void {
    const start = this.dashes ?? from;
    this.hasOr ||= this.level.or !== null && this.outer.length === 0;
    this.level.isFilled = true;
    this.level.or = null;
    if (query !== null) {
      const signed = this.negated ? not(query) : query;
      this.level.parts.push(signed);
      if (this.outer.length === 0) this.terms.push({ query: signed, from: start, to });
    }
    this.clearDashes();
  }

  /** An OR. */
  or(from: number, to: number): void {
    const { level } = this;
    if (!level.isFilled) this.report('queryDanglingOr', from, to);
    else level.or = { from, to };
    endAlternative(level);
    this.clearDashes();
  }

  /** A "(". */
  open(from: number, to: number): void {
    if (this.outer.length === MOST_LEVELS) {
      if (this.tooDeep++ === 0) this.report('queryTooDeep', from, to);
    } else {
      this.outer.push(this.level);
      this.level = newLevel(this.dashes ?? from, this.negated);
    }
    this.clearDashes();
  }

  /** A ")". */
  close(from: number, to: number): void {
    if (this.tooDeep > 0) this.tooDeep--;
    else if (this.outer.length === 0) this.report('queryStrayParenthesis', from, to);
    else this.leave(from, to);
  }

  /** The whole query, and what closes the parentheses that are open. */
  end(length: number): { query: Query; ending: string } {
    const ending = ')'.repeat(this.outer.length + this.tooDeep);
    while (this.outer.length > 0) {
      this.report('queryUnclosedParenthesis', this.level.from, length);
      this.leave(length, length);
    }
    return { query: this.finish(length) ?? { kind: 'all' }, ending };
  }

  /** Notes a problem. */
  report(code: ProblemCode, from: number, to: number, value = ''): void {
    this.problems.push({ code, from, to, value });
  }

  private leave(inner: number, to: number): void {
    const { from, negated } = this.level;
    const query = this.finish(inner);
    this.level = this.outer.pop() ?? newLevel(0, false);
    this.negated = negated;
    this.add(query, from, to);
  }

  private finish(to: number): Query | null {
    const { level } = this;
    if (level.or !== null) this.report('queryDanglingOr', level.or.from, to);
    endAlternative(level);
    return join('or', level.alternatives);
  }

  private clearDashes(): void {
    this.negated = false;
    this.dashes = null;
  }
}

function newLevel(from: number, negated: boolean): Level {
  return { from, negated, alternatives: [], parts: [], or: null, isFilled: false };
}

function endAlternative(level: Level): void {
  const query = join('and', level.parts);
  if (query !== null) level.alternatives.push(query);
  level.parts = [];
  level.isFilled = false;
}
