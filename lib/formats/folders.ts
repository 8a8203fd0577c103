/** Folders that browsers and services make themselves: they say nothing of what is in them. */
const MADE =
  /^(?:bookmarks?(?: bar| toolbar| menu)?|other bookmarks|mobile bookmarks|favou?rites(?: bar)?|unsorted|unfiled|imported|unread|starred|all bookmarks|reading list|trash|raindrop\.io|tags)$/i;

/** Whether a folder's name is no tag. */
export function isNoTag(folder: string): boolean {
  return folder.trim() === '' || MADE.test(folder.trim());
}
