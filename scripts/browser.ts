// Sees to it that there is a browser for tests and demo: finds one, or installs one, or says what to install.
// Before `npm test` (--pandoc) the same for pandoc, but the tests run without it too.
import { ensureBrowser, offerPandoc } from './browser/install.ts';

try {
  ensureBrowser((sentence) => console.log(sentence));
  if (process.argv.includes('--pandoc')) offerPandoc((sentence) => console.log(sentence));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
