// The pictures of README and docs, made from the real thing: builds the extension and uses it on the demo listing.
//   npm run pictures
//   npm run pictures -- --stores    also those of the stores' pages, in each language and both themes, in .output/store
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'wxt';
import { titlesOnCards } from '../test/e2e/drive/card.ts';
import { launch } from '../test/e2e/harness/launch.ts';
import { ownPage, SITE, takeNetwork } from '../test/e2e/harness/network.ts';
import { surfaceOf } from '../test/e2e/harness/surface.ts';
import { ensureBrowser } from './browser/install.ts';
import { drawIcon } from './pictures/icon.ts';
import { type Keep, pictureLibrary, pictureListing, picturePopup } from './pictures/scenes.ts';
import { pictureStores } from './pictures/stores.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const keep: Keep = (name, png) => {
  writeFileSync(join(root, `docs/images/${name}.png`), png);
  console.log(`docs/images/${name}.png`);
};

ensureBrowser(console.log);
await build({ root, outDir: join(root, '.output') });
const asterism = await launch({ extension: join(root, '.output/chrome-mv3') });
try {
  (await takeNetwork(asterism.context)).serve({ '/papers': ownPage('search.html') });
  const listing = asterism.context.pages()[0] ?? (await asterism.context.newPage());
  await listing.goto(`${SITE}/papers?q=language%20models`, { waitUntil: 'domcontentloaded' });
  const cards = await surfaceOf(listing);
  const [first = ''] = await titlesOnCards(cards, 1);
  await pictureListing(listing, cards, keep);
  await picturePopup(asterism, keep);
  await pictureLibrary(asterism, first, keep);
  if (process.argv.includes('--stores')) {
    await pictureStores(asterism, root, first, console.log);
    await drawIcon(join(root, '.output/store/logo.png'), 300);
  }
} finally {
  await asterism.close();
}
