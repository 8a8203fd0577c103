// The main job: builds the extension and opens a browser with it on a listing page.
//   npm start               the project's own demo listing, at the real address; works offline
//   npm start -- --live     the real site
//   npm start -- --headless does it all once by itself, as it does where there is no display
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'wxt';
import { type Asterism, launch } from '../test/e2e/harness/launch.ts';
import { ownPage, SITE, takeNetwork } from '../test/e2e/harness/network.ts';
import { ensureBrowser } from './browser/install.ts';
import { openPopupAtFirstStar } from './demo/firstStar.ts';
import { demonstrate } from './demo/steps.ts';

const LISTING = '/papers?q=language%20models';
const root = fileURLToPath(new URL('..', import.meta.url));
const args = process.argv.slice(2);
const live = args.includes('--live');
const say = (sentence: string): void => console.log(sentence);

try {
  await start();
} catch (error) {
  const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  console.error(`The demo stopped: ${reason}`);
  process.exitCode = 1;
}

async function start(): Promise<void> {
  const unknown = args.find((arg) => arg !== '--live' && arg !== '--headless');
  if (unknown !== undefined) throw new Error(`"${unknown}" is neither --live nor --headless.`);
  ensureBrowser(say);
  await build({ root, outDir: join(root, '.output') });
  const headless = args.includes('--headless') || !hasDisplay();
  const extension = join(root, '.output/chrome-mv3');
  const asterism = await launch({ extension, headless, ...(headless ? {} : { viewport: null }) });
  try {
    await open(asterism, headless);
  } finally {
    await asterism.close();
  }
}

async function open(asterism: Asterism, headless: boolean): Promise<void> {
  const { context } = asterism;
  if (!live) (await takeNetwork(context)).serve({ '/papers': ownPage('search.html') });
  const listing = context.pages()[0] ?? (await context.newPage());
  await listing.goto(SITE + LISTING, { waitUntil: 'domcontentloaded' });
  if (headless) {
    const folder = join(root, '.output/demo');
    await demonstrate({ asterism, listing, folder, say });
    say(`Screenshots and the exported file are in ${folder}.`);
  } else {
    say(
      'Asterism is in this browser. Press a star on a card: the popup with your list opens by itself.',
    );
    say('Later its button is in the toolbar, behind the puzzle piece, where you can pin it.');
    say('Its profile is thrown away at the end: close the window when you have seen enough.');
    const closed = new Promise((resolve) => context.once('close', resolve));
    await openPopupAtFirstStar(asterism);
    await closed;
  }
}

function hasDisplay(): boolean {
  if (process.env['CI'] === 'true') return false;
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}
