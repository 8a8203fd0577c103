import { existsSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { LANGUAGES } from '../../lib/text/languages.ts';
import { readListing } from './listing.ts';
import { missing } from './missing.ts';
import { digest, type Packages } from './packages.ts';
import { readReasons } from './reasons.ts';
import { STORES, type Store, storePictures } from './stores.ts';

/** What each store would get, for people to read. */
export function uploads(root: string, packages: Packages): string {
  return [
    ...STORES.flatMap((store) => [`\n${store.name}`, ...lines(root, packages, store)]),
    '\nFor each permission that a store asks about:',
    ...[...readReasons(root)].map(([name, reason]) => `  ${name}: ${reason}`),
    ...missing(root).map((line) => `\nNOT THERE YET: ${line}`),
    '',
  ].join('\n');
}

function lines(root: string, packages: Packages, store: Store): string[] {
  const files = store.packages.map((name) => {
    const path = packages[name];
    return `  ${relative(root, path)}  ${statSync(path).size} bytes, sha256 ${digest(path)}`;
  });
  const texts = LANGUAGES.map((language) => {
    const { summary, description } = readListing(root, language);
    return `  store/${language}.txt  ${description.length} characters; summary: ${summary}`;
  });
  const pictures = LANGUAGES.flatMap((language) => storePictures(language));
  const made = pictures.filter((path) => existsSync(join(root, path)));
  const picturesLine =
    made.length === pictures.length
      ? `  .output/store/  ${made.length} pictures`
      : `  .output/store/  ${made.length} of ${pictures.length} pictures: "npm run pictures -- --stores" makes them`;
  return [...files, ...texts, picturesLine, '  PRIVACY.md  privacy policy'];
}
