/** Most cards a page may have; what is beyond is not annotated. */
export const MOST_CARDS = 20_000;

/** Longest path and query of a listing, in characters; what is longer is cut by its sender. */
export const MOST_ADDRESS = 2_000;

/** Longest time in sight that is told, in seconds: what is longer is cut by its sender. */
export const MOST_SECONDS = 3_600;

/** Most papers that one command may be for. */
export const MOST_SELECTED = 200_000;

/** Most bookmarks in one part of an import. A part should also stay well below 64 MB, the most a message may be. */
export const MOST_STAGED = 1_000;

/** Longest texts about a folder of other machines, in characters. */
export const SYNC_LIMITS = { address: 2_000, secret: 1_000, name: 100 } as const;
