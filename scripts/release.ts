// What is done before a release: tests, packages that anyone can build again, lint, and a list of what each store gets. Nothing is uploaded.
//   npm run release -- --dry-run
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LANGUAGES } from '../lib/text/languages.ts';
import { readFlags } from './release/flags.ts';
import { readListing, tooLong } from './release/listing.ts';
import { areSame, type Packages, packFromSources, packIn, run } from './release/packages.ts';
import { readReasons, withoutReason } from './release/reasons.ts';
import { STORES } from './release/stores.ts';
import { uploads } from './release/uploads.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const WEB_EXT = 'web-ext@10.7.0';

const asked = readFlags(process.argv.slice(2));
if (typeof asked === 'string') {
  console.error(asked);
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'asterism-release-'));
try {
  const tested = asked.withoutTests !== null || run('npm', ['test'], ROOT);
  const first = await packIn(join(folder, 'a'), ROOT);
  const second = await packIn(join(folder, 'another-one', 'b'), ROOT);
  const rebuilt = packFromSources(join(folder, 'sources'), first.sources);
  const built = join(folder, 'a/.output');
  const lint = ['--yes', WEB_EXT, 'lint', '--warnings-as-errors', '-s', join(built, 'firefox-mv3')];
  const steps: Record<string, boolean> = {
    [asked.withoutTests === null ? 'tests' : `tests (not run: ${asked.withoutTests})`]: tested,
    'packages built in two folders are the same': differing(first, second).length === 0,
    'Edge’s package is Chrome’s': areSame(first.chrome, first.edge),
    'the sources build Firefox’s package': areSame(first.firefox, rebuilt),
    'web-ext lint': run('npx', lint, ROOT),
    'npm audit': run('npm', ['audit', '--omit=dev'], ROOT),
    'every permission has a reason': ['chrome-mv3', 'firefox-mv3'].every((name) =>
      hasReasons(join(built, name)),
    ),
    'texts fit the stores': textsFit(),
  };
  console.log(uploads(ROOT, keep(first)));
  for (const [step, isFine] of Object.entries(steps)) {
    console.log(`${isFine ? 'fine' : 'NOT FINE'}: ${step}`);
    if (!isFine) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function differing(first: Packages, second: Packages): string[] {
  const names = namesOf(first).filter((name) => !areSame(first[name], second[name]));
  for (const name of names)
    console.log(`The package "${name}" differs from one folder to another.`);
  return names;
}

function namesOf(packages: Packages): (keyof Packages)[] {
  return Object.keys(packages) as (keyof Packages)[]; // its own keys
}

/** Copies the packages to where they stay. */
function keep(packages: Packages): Packages {
  const kept = join(ROOT, '.output/release');
  rmSync(kept, { recursive: true, force: true });
  mkdirSync(kept, { recursive: true });
  const moved = namesOf(packages).map((name) => {
    const path = join(kept, basename(packages[name]));
    cpSync(packages[name], path);
    return [name, path] as const;
  });
  return Object.fromEntries(moved) as unknown as Packages; // the same keys
}

function hasReasons(extension: string): boolean {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  const names = withoutReason(manifest, readReasons(ROOT));
  for (const name of names) console.log(`${name} has no reason in SECURITY.md.`);
  return names.length === 0;
}

function textsFit(): boolean {
  const complaints = LANGUAGES.flatMap((language) =>
    STORES.flatMap((store) =>
      tooLong(readListing(ROOT, language), store).map(
        (line) => `${store.name}, ${language}: ${line}`,
      ),
    ),
  );
  for (const line of complaints) console.log(line);
  return complaints.length === 0;
}
