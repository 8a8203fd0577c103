/** The keys under which it is kept up to where each reader of `uncopied` has read. */
export const [COPIED, CAPTURED] = [1, 2] as const;

/** What the copy outside of the database knows it by. */
export interface CopyStateRow {
  id: typeof COPIED;
  /** The name of this database: one that was made again has another. */
  database: string;
  /** Up to where `uncopied` was copied. */
  through: number;
}

/** Up to where sync has read `uncopied`; there is none where it is off. */
export interface CapturedRow {
  id: typeof CAPTURED;
  through: number;
}
