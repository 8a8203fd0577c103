import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

// Branded Chrome is not looked for: since version 137 it ignores --load-extension.

/** The Chromium to use, or null where there is none. `$BROWSER_PATH` decides alone, where it is set. */
export function findBrowser(): string | null {
  const chosen = process.env['BROWSER_PATH'];
  if (chosen !== undefined && chosen !== '') return existsSync(chosen) ? chosen : null;
  return candidates().find(isBrowser) ?? null;
}

/** The Firefox to test in, or null where there is none. `$FIREFOX_PATH` decides alone, where it is set. */
export function findFirefox(): string | null {
  const chosen = process.env['FIREFOX_PATH'];
  if (chosen !== undefined && chosen !== '') return existsSync(chosen) ? chosen : null;
  return firefoxCandidates().find(isBrowser) ?? null;
}

function firefoxCandidates(): string[] {
  const places =
    process.platform === 'darwin'
      ? ['/Applications', join(homedir(), 'Applications')].map((folder) =>
          join(folder, 'Firefox.app/Contents/MacOS/firefox'),
        )
      : process.platform === 'win32'
        ? ['PROGRAMFILES', 'PROGRAMFILES(X86)'].map((name) =>
            join(process.env[name] ?? '', 'Mozilla Firefox/firefox.exe'),
          )
        : ['/usr/lib/firefox-esr/firefox-esr', '/usr/lib/firefox/firefox'];
  return [...onPath(['firefox-esr', 'firefox']), ...places];
}

function* candidates(): Generator<string> {
  yield* onPath(['chromium', 'chromium-browser', 'ungoogled-chromium', 'chrome-for-testing']);
  yield* usualPlaces();
  yield* chromeForTesting(join(homedir(), '.cache', 'puppeteer', 'chrome'));
  yield chromium.executablePath();
}

function onPath(names: string[]): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => names.map((name) => join(folder, name)));
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    const apps = ['Chromium', 'Google Chrome for Testing'];
    const folders = ['/Applications', join(homedir(), 'Applications')];
    return apps.flatMap((app) => folders.map((f) => join(f, `${app}.app`, 'Contents/MacOS', app)));
  }
  if (process.platform === 'win32') {
    const folders = ['LOCALAPPDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)'];
    return folders.map((f) => join(process.env[f] ?? '', 'Chromium/Application/chrome.exe'));
  }
  return [
    '/usr/bin/chromium',
    '/usr/lib/chromium/chromium',
    '/usr/lib64/chromium-browser/chromium-browser',
  ];
}

/** Chrome for Testing where its installer (`@puppeteer/browsers`) puts it, newest first. */
function chromeForTesting(cache: string): string[] {
  const app = 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing';
  return foldersIn(cache)
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .flatMap((version) => foldersIn(version))
    .flatMap((folder) => ['chrome', 'chrome.exe', app].map((name) => join(folder, name)));
}

function foldersIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

/** A snap does not work: it cannot see the folders that the extension and the profile are in. */
function isBrowser(path: string): boolean {
  const file = statSync(path, { throwIfNoEntry: false });
  if (file === undefined || !file.isFile() || path.startsWith('/snap/')) return false;
  const isScript = file.size < 100_000;
  return !(isScript && readFileSync(path, 'latin1').includes('snap'));
}
