import { readFileSync } from 'node:fs';

/** What the newest section of a changelog says, without its heading. */
export function newestSection(changelog: string): string {
  const [, ...sections] = changelog.split(/^## .*$/m);
  return (sections[0] ?? '').trim();
}

/** The news of this version, as they are shown in it. */
export function readNews(): string {
  return newestSection(readFileSync(new URL('../CHANGELOG.md', import.meta.url), 'utf8'));
}
