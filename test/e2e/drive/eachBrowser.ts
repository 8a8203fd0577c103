import { describe } from 'vitest';
import { findFirefox } from '../../../scripts/browser/find.ts';
import type { Start } from './browser.ts';
import { startChromium } from './chromium.ts';
import { startFirefox } from './firefox.ts';

/** What differs between browsers, and tests have to know. */
export type BrowserName = 'Chromium' | 'Firefox';

/** Whether there is a Firefox; "npm test" looks for one and installs it where it can (scripts/browser.ts). */
const HAS_FIREFOX = findFirefox() !== null;

/** Runs tests in every browser, each with its own start. Without a Firefox its half is skipped, and says so. */
export function inEachBrowser(tests: (start: Start, name: BrowserName) => void): void {
  describe('in Chromium', () => tests(startChromium, 'Chromium'));
  inFirefox((start) => tests(start, 'Firefox'));
}

/** Runs tests in Firefox alone: for what only Firefox does. */
export function inFirefox(tests: (start: typeof startFirefox) => void): void {
  const name = HAS_FIREFOX ? 'in Firefox' : 'in Firefox (needs firefox-esr)';
  // skipped where none is installed and none could be
  describe.skipIf(!HAS_FIREFOX)(name, () => tests(startFirefox));
}
