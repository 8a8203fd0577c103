import { STATUSES, type Status } from '../papers/annotation';

/** What programs and people call the statuses, in lower case, letters and digits only. */
const WORDS: Record<Status, string> = {
  'to-read':
    'to read, toread, to be read, tbr, unread, not read, not started, not yet started, todo, to do, backlog, queue, queued, in queue, inbox, later, read later, next, new, planned, want to read, shortlist, wishlist, 未读, 待读, 想读, 未読',
  reading:
    'reading, in progress, inprogress, doing, started, currently reading, ongoing, 在读, 阅读中, 进行中, 読書中',
  read: 'read, done, finished, complete, completed, archive, archived, 已读, 读完, 完成, 已完成, 読了, 既読',
};

const BY_WORD: ReadonlyMap<string, Status> = new Map(
  STATUSES.flatMap((status) => WORDS[status].split(', ').map((word) => [word, status])),
);

/** The status that a text such as "Not started", "in-progress", "✅ Done" or "Archived" stands for; null if it is none. */
export function statusOf(text: string | undefined): Status | null {
  const words =
    text
      ?.slice(0, 100)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return BY_WORD.get(words.join(' ')) ?? null;
}
