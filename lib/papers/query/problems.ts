/** What can be wrong with a query; each is the key of a text in `_locales`. */
export type ProblemCode =
  | 'queryUnclosedQuote'
  | 'queryUnclosedParenthesis'
  | 'queryStrayParenthesis'
  | 'queryTooDeep'
  | 'queryTooLong'
  | 'queryDanglingOr'
  | 'queryUnknownField'
  | 'queryUnknownState'
  | 'queryBadYear'
  | 'queryBadTime';

/** What one may still be typing, and so is not said while the caret is behind it. An unknown field is none whatever follows. */
export function problemsSaid(problems: readonly Problem[], caret: number): Problem[] {
  return problems.filter(({ code, to }) => code === 'queryUnknownField' || to !== caret);
}

/**
 * Something in a query that cannot be read as it stands. `from` and `to` are offsets into its text (UTF-16 units);
 * where `to` is the caret, the reader may still be typing it; `to` of unread text is not a place for a caret. `value` is $1 of the text `code`.
 */
export interface Problem {
  code: ProblemCode;
  from: number;
  to: number;
  value: string;
}
