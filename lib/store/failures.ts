import { type FailureCode, failure, type Result, success } from '../messages/result';

/** Errors after which a second try may succeed: the connection was closed, or the browser gave up on a transaction. */
const PASSING =
  /^(?:DatabaseClosed|InvalidState|Abort|Unknown|Timeout|OpenFailed|TransactionInactive)(?:Error)?$/;

/**
 * Runs a command of the store; it is started at once. What the database fails at is tried once more, after `makeRoom`
 * where it was full, and is then a failure; every other error is a bug and is thrown.
 * @param isFull whether the disk is full, where the database's error does not say so
 */
export async function attempt<T>(
  command: () => Promise<T>,
  makeRoom: () => Promise<unknown>,
  isFull: () => Promise<boolean> = async () => false,
): Promise<Result<T>> {
  const meaning = async (error: unknown): Promise<FailureCode | null> => {
    const code = codeOf(error);
    return code === 'storage' && (await isFull()) ? 'full' : code;
  };
  try {
    return success(await command());
  } catch (error) {
    const code = await meaning(error);
    if (code === null) throw error;
    if (code === 'full') await makeRoom().catch(() => {}); // the second try says whether it helped
    await new Promise((resolve) => setTimeout(resolve)); // a database that was closed is opened again
  }
  try {
    return success(await command());
  } catch (error) {
    const code = await meaning(error);
    if (code === null) throw error;
    return failure(code, String(error));
  }
}

/** What an error of the database means to those who asked, or null for one that is a bug. */
export function codeOf(error: unknown): FailureCode | null {
  const names = namesIn(error);
  if (names.includes('VersionError')) return 'newer';
  if (names.some((name) => /quota/i.test(name))) return 'full';
  return names.some((name) => PASSING.test(name)) ? 'storage' : null;
}

/** An error's name and those of its causes: Dexie keeps the browser's error in `inner`, a bulk write all in `failures`. */
function namesIn(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return [];
  const { name, inner, failures } = error as Record<string, unknown>; // any object may be read by key
  const causes = [inner, ...(Array.isArray(failures) ? failures : [])];
  return [String(name), ...causes.flatMap(namesIn)];
}
