import type { Entry } from '../entries';
import { isNoTag, saidByFolder } from '../folders';
import { paperIn } from '../text/mentions';
import { timeOf } from '../times';

/** A bookmark as its file has it, with the folders it is in, outermost first. */
export interface BookmarkParts {
  attributes: ReadonlyMap<string, string>;
  folders: string[];
  title: string;
  description: string;
}

/** What a bookmark says; folders are one tag, nested by "/". */
export function entryOf({ attributes, folders, title, description }: BookmarkParts): Entry {
  const address = attributes.get('href') ?? '';
  const folder = folders
    .filter((name) => !isNoTag(name))
    .map((name) => name.trim().replaceAll('/', ' '))
    .join('/');
  const made = saidByFolder(folders.at(-1) ?? '');
  const tags = (attributes.get('tags') ?? '').split(',');
  // The second is Raindrop's.
  const isStarred = ['starred', 'data-important'].some((name) =>
    /^(?:1|true)$/i.test(attributes.get(name) ?? ''),
  );
  return {
    id: paperIn([address]),
    address,
    title,
    tags: folder === '' ? tags : [...tags, folder],
    note: noteIn(description),
    starred: isStarred || made.starred,
    status: attributes.get('toread') === '1' ? 'to-read' : made.status,
    // The second is Pocket's.
    createdAt: timeOf(attributes.get('add_date') ?? attributes.get('time_added')),
  };
}

/** The description, with linkding's notes as part of it rather than in brackets. */
function noteIn(description: string): string {
  return description
    .replace(/\[linkding-notes\]([\s\S]*?)\[\/linkding-notes\]/g, '\n\n$1')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
