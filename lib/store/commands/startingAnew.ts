import { type FailureCode, failure, type Result, success } from '../../messages/result';
import type { AsterismDatabase } from '../database';
import { codeOf } from '../failures';
import { isDiskFull } from '../quota';
import { databaseState } from './copying';

/**
 * Deletes a library that cannot be read and begins an empty one. One that can be read stays, whoever asks: also where it
 * is a newer version's, or where the disk is full and it can be read again when there is space.
 */
export async function startAnew(db: AsterismDatabase): Promise<Result<{ started: true }>> {
  const trouble = await troubleOf(db);
  if (trouble === null) return failure('refused', 'the library can be read');
  if (trouble !== 'storage') return failure(trouble, 'the library stays as it is');
  try {
    await db.delete({ disableAutoOpen: false });
    await db.open();
    return success({ started: true });
  } catch (error) {
    // Where the browser cannot open its files at all, it cannot delete what is in them.
    return failure('storage', String(error));
  }
}

async function troubleOf(db: AsterismDatabase): Promise<FailureCode | null> {
  try {
    await databaseState(db);
    return null;
  } catch (error) {
    return (await isDiskFull()) ? 'full' : (codeOf(error) ?? 'storage');
  }
}
