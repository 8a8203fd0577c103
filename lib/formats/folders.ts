import type { Status } from '../papers/annotation';

/** Folders that browsers and services make themselves: they say nothing of what is in them. */
const MADE =
  /^(?:bookmarks?(?: bar| toolbar| menu)?|other bookmarks|mobile bookmarks|favou?rites(?: bar)?|unsorted|unfiled|imported|unread|read archive|starred|all bookmarks|reading list|trash|raindrop\.io|tags)$/i;

/** What a folder that a service made says about its papers. */
export function saidByFolder(folder: string): { starred?: true; status?: Status } {
  const name = folder.trim().toLowerCase();
  if (name === 'starred') return { starred: true };
  if (name === 'unread') return { status: 'to-read' };
  return name === 'read archive' ? { status: 'read' } : {};
}

/** Whether a folder's name should not become a tag. */
export function isNoTag(folder: string): boolean {
  return folder.trim() === '' || MADE.test(folder.trim());
}

/** Most characters of a path, several tags' worth. */
const LONGEST = 2_000;

/** The path of a folder as one tag, nested by "/", below that of the folder it is in; a name that is not a tag adds nothing. */
export function pathWithin(outer: string, name: string): string {
  if (isNoTag(name)) return outer;
  const own = name.trim().replaceAll('/', ' ');
  return (outer === '' ? own : `${outer}/${own}`).slice(0, LONGEST);
}
