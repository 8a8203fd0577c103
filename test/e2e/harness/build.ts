import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Where the tests' own build lies, apart from what `npm run dev` and `npm run build` write. */
export const TEST_OUTPUT = `${ROOT}.output/e2e`;

/** The built extension that the tests load. */
export const EXTENSION = `${TEST_OUTPUT}/chrome-mv3`;

/** The same for Firefox. */
export const FIREFOX_EXTENSION = `${TEST_OUTPUT}/firefox-mv3`;
