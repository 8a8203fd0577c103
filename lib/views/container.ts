import { send } from '../messages/client';
import { DATABASE } from '../store/rows';

/**
 * Whether this tab is in one of Firefox's containers: there, a page of ours has databases of its own, and none is in
 * them. The worker is asked first, so that the library exists where there is one to see.
 */
export async function isInContainer(): Promise<boolean> {
  const answer = await send('tags.list', {});
  if (!answer.ok) return false; // something else is wrong, and is said
  return !(await indexedDB.databases()).some(({ name }) => name === DATABASE);
}
