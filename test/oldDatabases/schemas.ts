/** A table as a version of the extension declared it. */
export interface OldTable {
  name: string;
  /** A key path; an auto-increment key is inline, too. */
  key: string | string[];
  auto?: boolean;
  /** Indexes by name; `multi`: one entry for each item of a list. */
  indexes?: { name: string; multi?: boolean }[];
}

/** A database as a version of the extension left it. Never changed: databases out there are as they are. */
export interface OldSchema {
  /** The browser's version number. */
  version: number;
  tables: OldTable[];
}

const RANKS = [{ name: 'rank.starred' }, { name: 'rank.published' }, { name: 'rank.title' }];
const TAGS = { name: 'annotation.tags', multi: true };
const STATUS = { name: 'annotation.status' };

const PAPERS: OldTable = { name: 'papers', key: 'id', indexes: [{ name: 'lastSeenAt' }] };
const WITH_STATUS: OldTable = { name: 'bookmarks', key: 'id', indexes: [...RANKS, STATUS, TAGS] };
const WITHOUT_STATUS: OldTable = { name: 'bookmarks', key: 'id', indexes: [...RANKS, TAGS] };
const STEPS: OldTable = { name: 'steps', key: ['step', 'part'] };
const STAGED: OldTable = {
  name: 'staged',
  key: ['import', 'part'],
  indexes: [{ name: 'stagedAt' }],
};
const SEARCHES_AND_COLOURS: OldTable[] = [
  { name: 'trash', key: 'id', indexes: [{ name: 'trashedAt' }] },
  { name: 'events', key: 'id' },
  { name: 'colours', key: 'key' },
  { name: 'searches', key: 'name' },
  { name: 'jobs', key: 'id' },
  { name: 'jobParts', key: ['job', 'part'] },
];
const SEARCH: OldTable[] = [
  { name: 'touched', key: 'seq', auto: true },
  { name: 'segments', key: ['number', 'part'] },
  { name: 'indexState', key: 'id' },
];
const COUNTS: OldTable = { name: 'counts', key: 'key' };
const COPY: OldTable[] = [
  { name: 'uncopied', key: 'seq', auto: true },
  { name: 'copyState', key: 'id' },
];

/** Since version 5: narrow rows. */
const NARROW: OldTable[] = [
  { name: 'papers', key: 'id' },
  { name: 'bookmarks', key: 'id', indexes: [{ name: 'rank' }] },
  { name: 'history', key: 'id', indexes: [{ name: 'lastSeenAt' }] },
  STEPS,
  STAGED,
  ...SEARCHES_AND_COLOURS,
  ...SEARCH,
  ...COPY,
  COUNTS,
];

const RANKING = { name: 'ranking', key: 'part' };
const DISMISSED = { name: 'dismissed', key: 'id' };
const SIGHTS = { name: 'sights', key: 'id', indexes: [{ name: 'at' }] };

const SYNC: OldTable[] = [
  { name: 'replica', key: 'first' },
  { name: 'outbox', key: 'n' },
  { name: 'syncState', key: 'key' },
  { name: 'synced', key: 'seq', auto: true },
];

/** The schemas in the order in which they came. The first two are of builds before there was a trash. */
export const OLD_SCHEMAS: Record<string, OldSchema> = {
  '1, before the trash': { version: 10, tables: [PAPERS, WITH_STATUS, STEPS, STAGED] },
  '2, before the trash': { version: 20, tables: [PAPERS, WITH_STATUS, STEPS, STAGED, ...SEARCH] },
  '1': { version: 10, tables: [PAPERS, WITH_STATUS, STEPS, STAGED, ...SEARCHES_AND_COLOURS] },
  '2': {
    version: 20,
    tables: [PAPERS, WITH_STATUS, STEPS, STAGED, ...SEARCHES_AND_COLOURS, ...SEARCH],
  },
  '3': {
    version: 30,
    tables: [PAPERS, WITH_STATUS, STEPS, STAGED, ...SEARCHES_AND_COLOURS, ...SEARCH, ...COPY],
  },
  '4': {
    version: 40,
    tables: [
      PAPERS,
      WITHOUT_STATUS,
      STEPS,
      STAGED,
      ...SEARCHES_AND_COLOURS,
      ...SEARCH,
      ...COPY,
      COUNTS,
    ],
  },
  '5': { version: 50, tables: NARROW },
  '6': { version: 60, tables: [...NARROW, RANKING] },
  '7': { version: 70, tables: [...NARROW, RANKING, SIGHTS, DISMISSED] },
  '8': { version: 80, tables: [...NARROW, RANKING, SIGHTS, DISMISSED, ...SYNC] },
};

/** A schema that no version of ours has: as a later one could be. */
export const NEWER_SCHEMA: OldSchema = {
  version: 90,
  tables: [...(OLD_SCHEMAS['8']?.tables ?? []), { name: 'shelvesOfTomorrow', key: 'id' }],
};
