import { STATUSES, type Status } from '../papers/annotation';

/** What programs and people call the statuses, in lower case, letters and digits only. */
const WORDS: Record<Status, string> = {
  'to-read':
    'to read, toread, to be read, tbr, unread, not read, not started, not yet started, todo, to do, backlog, queue, queued, in queue, inbox, later, read later, next, new, planned, want to read, shortlist, wishlist, 未读, 待读, 想读, 未読, ungelesen, zu lesen, à lire, por leer, da leggere, 안 읽음',
  reading:
    'reading, in progress, inprogress, doing, started, currently reading, ongoing, 在读, 阅读中, 进行中, 読書中, am lesen, in arbeit, en cours, leyendo, en progreso, in corso, 읽는 중',
  read: 'read, done, finished, complete, completed, archive, archived, 已读, 读完, 完成, 已完成, 読了, 既読, gelesen, erledigt, fertig, lu, terminé, leído, terminado, letto, 읽음',
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
