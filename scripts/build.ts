// Builds the extension as it is published, into a folder of its own: `node scripts/build.ts <folder> [browser]`.
// Beside `wxt build`, so that tests, demo and `npm run dev` never write over each other.
import { fileURLToPath } from 'node:url';
import { build } from 'wxt';

const [outDir = '.output', browser = 'chrome'] = process.argv.slice(2);
const root = fileURLToPath(new URL('..', import.meta.url));
await build({ root, outDir, browser, manifestVersion: 3 });
