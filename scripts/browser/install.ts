import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findBrowser, findFirefox } from './find.ts';
import { findApache, findNginx, findRclone } from './findServers.ts';

/** The Chromium to use, installed first where there is none. Throws one sentence that says what to install. */
export function ensureBrowser(say: (sentence: string) => void): string {
  const found = findBrowser();
  if (found !== null) return found;
  const chosen = process.env['BROWSER_PATH'];
  if (chosen !== undefined && chosen !== '') {
    throw new Error(`BROWSER_PATH is ${chosen}, and there is no such file: set it to a Chromium.`);
  }
  for (const install of [installDebianPackage, installWithPlaywright]) {
    install(say);
    const installed = findBrowser();
    if (installed !== null && starts(installed)) return installed;
  }
  throw new Error(
    'No Chromium was found, and none could be installed from here: install the package "chromium" (or Chrome for Testing) and try again, or set BROWSER_PATH to one; branded Chrome does not load extensions.',
  );
}

/** Installs pandoc, which judges exports, where apt has it; without it those tests are skipped, and say so. */
export function offerPandoc(say: (sentence: string) => void): void {
  if (spawnSync('pandoc', ['--version']).status === 0) return;
  if (isRoot() && distribution().length > 0) {
    say('There is no pandoc here yet.');
    if (installPackages(['pandoc'], say, run)) return;
  }
  say('Without pandoc its tests of exported files are skipped: install the package "pandoc".');
}

/** Installs Firefox where it is a package of Debian's; without one its end-to-end tests are skipped, and say so. */
export function offerFirefox(say: (sentence: string) => void): void {
  if (findFirefox() !== null) return;
  const chosen = process.env['FIREFOX_PATH'];
  if (chosen) say(`FIREFOX_PATH is ${chosen}, and there is no such file.`);
  else if (isRoot() && isDebian()) {
    say('There is no Firefox here yet; $FIREFOX_PATH may name one.');
    installPackages(['firefox-esr'], say, run);
    if (findFirefox() !== null) return;
  }
  say('Without Firefox its end-to-end tests are skipped: install the package "firefox-esr".');
}

/**
 * Installs WebDAV servers that syncing is tested over, where apt has them. Not nginx: its package starts a server of the
 * system's own. Over those that are not here the tests are skipped, and say so.
 */
export function offerServers(say: (sentence: string) => void): void {
  const wanted = [...(findApache() ? [] : ['apache2-bin']), ...(findRclone() ? [] : ['rclone'])];
  if (wanted.length > 0 && isRoot() && distribution().length > 0) {
    say('There are not all WebDAV servers here yet.');
    installPackages(wanted, say, run);
  }
  if (findApache() && findRclone() && findNginx()) return;
  say(
    'Over WebDAV servers that are not here syncing is not tested: install the packages "apache2-bin", "rclone", "nginx" and "libnginx-mod-http-dav-ext".',
  );
}

/** Debian's own package. Not Ubuntu's: there it stands for a snap. */
function installDebianPackage(say: (sentence: string) => void): void {
  if (!isRoot() || !isDebian()) return;
  say('There is no Chromium here yet; $BROWSER_PATH may name one.');
  installPackages(['chromium', 'fonts-liberation'], say, run);
}

/** Installs packages of the system as root; says each command before it runs. Whether all of them succeeded. */
export function installPackages(
  packages: readonly string[],
  say: (sentence: string) => void,
  runCommand: (command: string, args: string[]) => boolean,
): boolean {
  const commands = [['update'], ['install', '-y', '--no-install-recommends', ...packages]];
  return commands.every((args) => {
    say(`Running as root: apt-get ${args.join(' ')}`);
    return runCommand('apt-get', args);
  });
}

function installWithPlaywright(say: (sentence: string) => void): void {
  say('There is no Chromium here yet: downloading the one of Playwright.');
  const folder = dirname(createRequire(import.meta.url).resolve('playwright/package.json'));
  const withLibraries = isRoot() && distribution().length > 0 ? ['--with-deps'] : [];
  if (withLibraries.length > 0) say('As root it also installs system libraries with apt-get.');
  run(process.execPath, [join(folder, 'cli.js'), 'install', ...withLibraries, 'chromium']);
}

/** Debian, and what descends from it by itself: Ubuntu's packages of browsers stand for snaps. */
function isDebian(): boolean {
  return distribution().includes('debian') && !distribution().includes('ubuntu');
}

/** This system's name and those it descends from, e.g. `['ubuntu', 'debian']`; empty where it is no Debian. */
function distribution(): string[] {
  if (!existsSync('/etc/os-release') || !existsSync('/usr/bin/apt-get')) return [];
  const text = readFileSync('/etc/os-release', 'utf8');
  return [...text.matchAll(/^ID(?:_LIKE)?="?([^"\n]*)"?$/gm)].flatMap(([, ids = '']) =>
    ids.split(' '),
  );
}

function starts(browser: string): boolean {
  // On Windows `--version` opens a window instead.
  return process.platform === 'win32' || spawnSync(browser, ['--version']).status === 0;
}

function run(command: string, args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const stdio = ['ignore', 'inherit', 'inherit'] as const;
  return spawnSync(command, args, { env, stdio: [...stdio] }).status === 0;
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
