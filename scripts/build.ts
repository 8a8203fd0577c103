// Builds the extension as it is published, into a folder of its own: `node scripts/build.ts <folder>`.
// Beside `wxt build`, so that tests, demo and `npm run dev` never write over each other.
import { fileURLToPath } from 'node:url';
import { build } from 'wxt';

const [outDir = '.output'] = process.argv.slice(2);
await build({ root: fileURLToPath(new URL('..', import.meta.url)), outDir });
