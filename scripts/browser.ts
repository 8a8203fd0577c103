// Sees to it that there is a browser for tests and demo: finds one, or installs one, or says what to install.
// Before `npm test` (--all) the same for Firefox, pandoc and WebDAV servers, but the tests run without them too.
import { ensureBrowser, offerFirefox, offerPandoc, offerServers } from './browser/install.ts';

try {
  ensureBrowser((sentence) => console.log(sentence));
  if (process.argv.includes('--all')) {
    offerFirefox((sentence) => console.log(sentence));
    offerPandoc((sentence) => console.log(sentence));
    offerServers((sentence) => console.log(sentence));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
