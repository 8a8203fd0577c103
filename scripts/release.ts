// What is looked at before a release: the package is the same from two folders, and passes web-ext lint and npm audit (both need the network).
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zip } from 'wxt';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LEFT_OUT = ['node_modules', '.output', '.git', '.wxt'];
const WEB_EXT = 'web-ext@10.7.0';

const folder = mkdtempSync(join(tmpdir(), 'asterism-release-'));
try {
  const same = await areSame(join(folder, 'a'), join(folder, 'another-one', 'b'));
  const firefox = join(folder, 'a', '.output', 'firefox-mv3');
  const linted = run('npx', ['--yes', WEB_EXT, 'lint', '--warnings-as-errors', '-s', firefox]);
  const audited = run('npm', ['audit', '--omit=dev']);
  const steps = { 'two zips are the same': same, 'web-ext lint': linted, 'npm audit': audited };
  for (const [step, isFine] of Object.entries(steps)) {
    console.log(`${isFine ? 'fine' : 'NOT FINE'}: ${step}`);
    if (!isFine) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Zips for both browsers, made in two folders, byte by byte. */
async function areSame(first: string, second: string): Promise<boolean> {
  const [a, b] = [await zipsMadeIn(first), await zipsMadeIn(second)];
  for (const [index, path] of a.entries()) {
    const other = b[index];
    if (other === undefined || !readFileSync(path).equals(readFileSync(other))) {
      console.log(`${basename(path)} is another one when it is built elsewhere.`);
      return false;
    }
  }
  return a.length > 0;
}

async function zipsMadeIn(folder: string): Promise<string[]> {
  cpSync(ROOT, folder, {
    recursive: true,
    filter: (path) => !LEFT_OUT.includes(basename(path)),
  });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const zips: string[] = [];
  for (const browser of ['chrome', 'firefox']) {
    zips.push(...(await zip({ root: folder, browser, manifestVersion: 3 })));
  }
  return zips;
}

function run(command: string, args: string[]): boolean {
  const options = { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' } as const;
  return spawnSync(command, args, options).status === 0;
}
