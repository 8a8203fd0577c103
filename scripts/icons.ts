// Draws the extension's icons from docs/images/icon.svg: `node scripts/icons.ts`. Run it after the drawing has changed.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawIcon } from './pictures/icon.ts';

const SIZES = [16, 32, 48, 96, 128];
const folder = fileURLToPath(new URL('../public/icon', import.meta.url));

mkdirSync(folder, { recursive: true });
for (const size of SIZES) await drawIcon(`${folder}/${size}.png`, size);
