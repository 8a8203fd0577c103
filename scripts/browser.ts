// Sees to it that there is a browser for tests and demo: finds one, or installs one, or says what to install.
import { ensureBrowser } from './browser/install.ts';

try {
  ensureBrowser((sentence) => console.log(sentence));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
