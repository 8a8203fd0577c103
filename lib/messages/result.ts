/** What can go wrong. Codes are for programs; texts for people are made where they are shown. */
export const FAILURE_CODES = [
  /** The message, or its answer, is not what the contract says. Nothing was changed. */
  'unreadable',
  /** The contract has no message of this name. */
  'unknown',
  /** This sender may not send this message. */
  'refused',
  /** What the message is about is not there (any more). */
  'missing',
  /** The disk or the browser's quota is full. Nothing was changed. */
  'full',
  /** The database could not be read or written. Nothing was changed. */
  'storage',
  /** The browser is set to remember nothing, so there can be no database (Firefox). Nothing was changed. */
  'neverRemembers',
  /** The database is a newer version's. Nothing was changed. */
  'newer',
  /** The extension was updated or switched off under this page: only a reload helps. */
  'orphaned',
  /** No answer came, even after trying again. What was asked may have happened. */
  'unanswered',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

export interface Failure {
  ok: false;
  code: FailureCode;
  /** For the log, in English; never shown as it is. */
  detail: string;
}

/** The outcome of something that is expected to fail at times. */
export type Result<T> = { ok: true; value: T } | Failure;

export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failure(code: FailureCode, detail: string): Failure {
  return { ok: false, code, detail };
}
