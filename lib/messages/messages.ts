import type { Annotation, AnnotationPatch, BulkPatch } from '../papers/annotation';
import type { Incoming } from '../papers/bookmark';
import type { CopyStyle } from '../papers/copyStyle';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';
import type { SearchesAndColours } from '../papers/searchesAndColours';
import type { TagColour } from '../papers/tagColours';
import type { TagCount } from '../papers/tags';
import type { SeenCards } from '../settings/seenCards';
import type { HistoryLimits } from '../settings/settings';
import type { AboutPapers, Asked } from './aboutPapers';
import type { SyncMessages } from './syncMessages';

/** Annotations by paper id; a paper without one is absent. */
export type Annotations = { [id in PaperId]?: Annotation };

/**
 * What an applied import did, in bookmarks, and how many saved searches and colours came; `undo` names the step to take
 * back, null where nothing changed.
 */
export interface ImportOutcome {
  added: number;
  merged: number;
  same: number;
  searches: number;
  colours: number;
  undo: number | null;
}

/**
 * What a command did to many papers: how many it changed, and how many it could not, being unknown. `undo` names the
 * one step that takes all of it back, null where nothing changed.
 */
export interface BulkOutcome {
  changed: number;
  missing: number;
  undo: number | null;
}

/** How the marks on a page are to be. */
export interface MarksSettings {
  /** Whether it is remembered what is in sight: not in a private window. */
  remembers: boolean;
  /** Whether papers that are new have a mark. */
  showsNew: boolean;
  /** What becomes of cards of papers that were seen; null: nothing. */
  seenCards: SeenCards | null;
  /** Whether keys of one letter are shortcuts. */
  singleKeys: boolean;
}

/** A paper that was in sight on a page, and for how many seconds in all since the page was opened. */
export interface Sighted {
  id: PaperId;
  seconds: number;
}

/**
 * Every message between contexts: what is asked (`request`) and what comes back (`answer`).
 * Answers come after the transaction has committed. Every message may be sent again when no answer came:
 * carried out twice, it does what it does once.
 */
export interface Messages extends SyncMessages {
  /**
   * The cards that a tab shows now, in their order, and the facts of those not yet told; a paper that cannot be
   * read is null, so that one odd card does not stop the others. Empty ids: the tab shows no listing any more.
   * A long list is told in parts: `ids` are then those `from` a place on, `of` so many in all. `asks` names what the
   * page's features want to know about each paper that the message names.
   */
  'page.show': {
    request: {
      listing: string;
      ids: PaperId[];
      papers: (Paper | null)[];
      from?: number | undefined;
      of?: number | undefined;
      asks: Asked[];
    };
    answer: { papers: AboutPapers };
  };
  /** The same about papers of the page that were told before. */
  'page.ask': { request: { ids: PaperId[]; asks: Asked[] }; answer: { papers: AboutPapers } };
  /**
   * Papers of the page that the reader had in sight: from now on they are not new. 0 seconds: marked as seen. Nothing is
   * kept of a private window.
   */
  'papers.see': { request: { papers: Sighted[] }; answer: { told: true } };
  /** Puts the script of marks beside the sender's, into the same page. */
  'marks.load': { request: Record<never, never>; answer: { told: true } };
  /** What the reader wants to see of what is new on a site, which its first host stands for. */
  'marks.settings': { request: { site: string }; answer: MarksSettings };
  /** Takes back that papers were marked as seen. */
  'papers.unsee': { request: { ids: PaperId[] }; answer: { told: true } };
  /** Annotations of some papers, whole. */
  'annotations.get': { request: { ids: PaperId[] }; answer: { annotations: Annotations } };
  /**
   * Changes parts of one annotation. A note goes with the text that it was typed over (`noteWas`): where another one is
   * stored by now, both are kept. `paper` is what the sender knows of the paper, for a database that does not (yet).
   * `undo` names the step to take back, null where nothing changed or the change was a note (typing has its own undo).
   */
  'annotation.patch': {
    request: { id: PaperId; patch: AnnotationPatch; paper?: Paper | undefined };
    answer: { annotation: Annotation; undo: number | null };
  };
  /**
   * Dismisses a paper as not for the reader, or takes that back; a star goes with it, as a later star takes it back.
   * `paper` and `undo` as above.
   */
  'paper.dismiss': {
    request: { id: PaperId; dismissed: boolean; paper?: Paper | undefined };
    answer: { dismissed: boolean; undo: number | null };
  };
  /** One paper as text for the clipboard. `paper` as above. */
  'paper.copy': {
    request: { id: PaperId; as: CopyStyle; paper?: Paper | undefined };
    answer: { text: string };
  };
  /** Tags in use, most used first; as many as completing needs. */
  'tags.list': { request: Record<never, never>; answer: { tags: TagCount[] } };
  /** Puts the editor's script beside the sender's, into the same page. */
  'editor.load': { request: Record<never, never>; answer: { told: true } };
  /**
   * Changes parts of many annotations. `job` is the sender's name for this command (a new UUID): sent again under the
   * same name it is carried out once. How far it is: `onProgress`. All of them change or, after a failure, none.
   */
  'annotations.patchMany': {
    request: { job: string; ids: PaperId[]; patch: BulkPatch };
    answer: BulkOutcome;
  };
  /** Moves many bookmarks into the trash. `job` as above. */
  'bookmarks.removeMany': { request: { job: string; ids: PaperId[] }; answer: BulkOutcome };
  /** Moves bookmarks from the trash into the library, merged with what was said about their papers since. */
  'trash.restore': { request: { job: string; ids: PaperId[] }; answer: BulkOutcome };
  /** Deletes what is in the trash for good, some or all of it. */
  'trash.empty': { request: { which: PaperId[] | 'all' }; answer: { emptied: number } };
  /** Renames a tag and all below it ("ml" and "ml/rl"); a name that is there already makes one tag of two. */
  'tag.rename': { request: { job: string; from: string; to: string }; answer: BulkOutcome };
  /** Takes a tag and all below it off every paper; a bookmark that then says nothing is none any more. */
  'tag.delete': { request: { job: string; tag: string }; answer: BulkOutcome };
  /** Gives a tag a colour, null: none. */
  'tag.colour': {
    request: { tag: string; colour: TagColour | null };
    answer: { undo: number | null };
  };
  /** Saves a search under a name, in place of the one that had it. `searches`: how many there are now. */
  'search.save': { request: { name: string; query: string }; answer: { searches: number } };
  /** Deletes a saved search. */
  'search.delete': { request: { name: string }; answer: { searches: number } };
  /** Moves a bookmark into the trash, with its tags and its note. */
  'bookmark.remove': { request: { id: PaperId }; answer: { undo: number | null } };
  /** Makes one bookmark of two papers that are one: `from` is then known as `into` alone. */
  'paper.merge': { request: { from: PaperId; into: PaperId }; answer: { undo: number | null } };
  /** Takes one step back: parts that were changed again since keep the newer change. `ids`: all papers of the step. */
  'step.undo': { request: { step: number }; answer: { ids: PaperId[] } };
  /**
   * Puts a part of an import aside; nothing is in the library before `import.apply`. `import` groups the parts, a part
   * with a number that was there already replaces it. `staged`: bookmarks in this part. Of `shelves`, those come in
   * that have a name or a tag which has none yet.
   */
  'import.stage': {
    request: {
      import: string;
      part: number;
      bookmarks: Incoming[];
      shelves?: SearchesAndColours | undefined;
    };
    answer: { staged: number };
  };
  /** Merges all staged parts into the library, in the order of their numbers and in one transaction: all or nothing. */
  'import.apply': { request: { import: string }; answer: ImportOutcome };
  /** Drops staged parts. `staged`: bookmarks that were in them. */
  'import.abandon': { request: { import: string }; answer: { staged: number } };
  /** The reader has decided about the restore that is on offer: it is not offered any more, and kept for some weeks. */
  'backup.settle': { request: Record<never, never>; answer: { settled: boolean } };
  /** Deletes a library that cannot be read, and begins an empty one; refused where it can. The copy is then on offer. */
  'library.startAnew': { request: Record<never, never>; answer: { started: true } };
  /** Sets how much the history keeps, and evicts what is beyond. */
  'cache.policy': { request: { policy: HistoryLimits }; answer: { evicted: number } };
  /** Drops the history; bookmarks stay. */
  'cache.clear': { request: Record<never, never>; answer: { evicted: number } };
}

export type MessageName = keyof Messages;
export type Request<N extends MessageName> = Messages[N]['request'];
export type Answer<N extends MessageName> = Messages[N]['answer'];
