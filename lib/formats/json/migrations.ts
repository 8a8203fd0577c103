import { VERSION } from './envelope';

/** Makes a record of one version a record of the next. */
export type Migration = (record: unknown) => unknown;

/** From each older version to the one after it. A new version adds its step here and a fixture to test/unit/fixtures. */
export const MIGRATIONS: Readonly<Record<number, Migration>> = {};

/** What makes a record of a version one of ours; null for a version that never was. */
export function migrationFrom(
  version: number,
  steps: Readonly<Record<number, Migration>> = MIGRATIONS,
  current: number = VERSION,
): Migration | null {
  const path: Migration[] = [];
  for (let step = version; step < current; step++) {
    const migrate = steps[step];
    if (migrate === undefined) return null;
    path.push(migrate);
  }
  return (record) => path.reduce((older, migrate) => migrate(older), record);
}
