/** What the copy outside of the database knows it by. */
export interface CopyStateRow {
  id: 1;
  /** The name of this database: one that was made again has another. */
  database: string;
  /** Up to where `uncopied` was copied and is deleted. */
  through: number;
}
