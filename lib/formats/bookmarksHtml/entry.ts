import type { Entry } from '../entries';
import { saidByFolder } from '../folders';
import { textOfHtml } from '../markup';
import { paperIn } from '../text/mentions';
import { timeOf } from '../times';
import { linkTitle } from '../titles';

/** A bookmark as its file has it, with the name of the folder it is in and the path of all of them as a tag. */
export interface BookmarkParts {
  attributes: ReadonlyMap<string, string>;
  folder: string;
  path: string;
  title: string;
  description: string;
}

/** Linkding's tag for what is archived. */
const ARCHIVED = 'linkding:bookmarks.archived';

/** What a bookmark says; folders are one tag, nested by "/". */
export function entryOf(parts: BookmarkParts): Entry {
  const { attributes, folder, path, title, description } = parts;
  const address = attributes.get('href') ?? '';
  const id = paperIn([address]);
  const made = saidByFolder(folder);
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
    tags: path === '' ? tags : [...tags, path],
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
