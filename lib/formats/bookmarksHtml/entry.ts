import type { Entry } from '../entries';
import { isNoTag, saidByFolder } from '../folders';
import { textOfHtml } from '../markup';
import { paperIn } from '../text/mentions';
import { timeOf } from '../times';
import { linkTitle } from '../titles';

/** A bookmark as its file has it, with the folders it is in, outermost first. */
export interface BookmarkParts {
  attributes: ReadonlyMap<string, string>;
  folders: string[];
  title: string;
  description: string;
}

/** Linkding's tag for what is archived. */
const ARCHIVED = 'linkding:bookmarks.archived';

/** What a bookmark says; folders are one tag, nested by "/". */
export function entryOf({ attributes, folders, title, description }: BookmarkParts): Entry {
  const address = attributes.get('href') ?? '';
  const id = paperIn([address]);
  const folder = folders
    .filter((name) => !isNoTag(name))
    .map((name) => name.trim().replaceAll('/', ' '))
    .join('/');
  const made = saidByFolder(folders.at(-1) ?? '');
  const said = (attributes.get('tags') ?? '').split(',');
  const tags = said.filter((tag) => tag !== ARCHIVED);
  const isRead = tags.length < said.length;
  // The second is Raindrop's.
  const isStarred = ['starred', 'data-important'].some((name) =>
    /^(?:1|true)$/i.test(attributes.get(name) ?? ''),
  );
  return {
    id,
    address,
    title: id === null ? title : linkTitle(title),
    tags: folder === '' ? tags : [...tags, folder],
    note: noteIn(description),
    starred: isStarred || made.starred,
    status: isRead ? 'read' : attributes.get('toread') === '1' ? 'to-read' : made.status,
    // The second is Pocket's.
    createdAt: timeOf(attributes.get('add_date') ?? attributes.get('time_added')),
  };
}

/** The description, with linkding's notes as part of it rather than in brackets; Pinboard's are HTML. */
function noteIn(description: string): string {
  return textOfHtml(description)
    .replace(/\[linkding-notes\]([\s\S]*?)\[\/linkding-notes\]/g, '\n\n$1')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
