import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Folders of the packages of which something is in the extension. */
const shipped = new Set<string>();

/** Notes of which packages something is in what was built. */
export function noteShipped(): Plugin {
  return {
    name: 'note-shipped',
    apply: 'build',
    generateBundle(_, bundle) {
      for (const part of Object.values(bundle)) {
        for (const id of part.type === 'chunk' ? Object.keys(part.modules) : []) {
          const folder = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0];
          if (folder !== undefined) shipped.add(folder.replace(/^\0/, ''));
        }
      }
    },
  };
}

/** Writes the licenses of what was built into the extension, as they demand. */
export function writeLicenses(outDir: string): void {
  const texts = [...new Set([...shipped].map(licenseOf))].sort(); // a package may be there twice
  const before = 'Asterism is made with these packages, whose licenses follow.\n';
  writeFileSync(join(outDir, 'licenses.txt'), [before, ...texts].join(`\n${'-'.repeat(80)}\n\n`));
}

function licenseOf(folder: string): string {
  const said = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package; // npm has read it
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|notice)/i.test(name));
  const texts = files.sort().map((name) => readFileSync(join(folder, name), 'utf8').trim());
  return [`${said.name} ${said.version} (${said.license})`, ...texts].join('\n\n').concat('\n');
}

interface Package {
  name: string;
  version: string;
  license: string;
}
