import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';

/** Files by their path from the project's folder. */
export type House = ReadonlyMap<string, string>;

/** Reads what lies in some folders, and some single files. */
export function readHouse(root: string, places: readonly string[]): House {
  const house = new Map<string, string>();
  for (const place of places) {
    if (!existsSync(root + place)) continue;
    const isFile = /\.\w+$/.test(place) && !existsSync(`${root}${place}/`);
    const paths = isFile ? [place] : filesUnder(root, place);
    for (const path of paths) house.set(path, readFileSync(root + path, 'utf8'));
  }
  return house;
}

function filesUnder(root: string, folder: string): string[] {
  return readdirSync(root + folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|js|css|html|json|md|sh)$|^run$/.test(entry.name))
    .map((entry) => join(entry.parentPath.slice(root.length), entry.name));
}

/** One import: a path of the house, or a package's name. */
export interface Import {
  from: string;
  to: string;
  /** `type`: gone after compiling. `dynamic`: loaded when it is needed. */
  kind: 'static' | 'type' | 'dynamic';
}

const STATIC = /^\s*(import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
const SCRIPT = /<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+)"/g;

/** Every import of one file. */
export function importsOf(path: string, source: string, house: House): Import[] {
  const at = (to: string, kind: Import['kind']): Import => ({
    from: path,
    to: resolve(path, to, house),
    kind,
  });
  const text = withoutComments(source);
  if (path.endsWith('.html'))
    return [...text.matchAll(SCRIPT)].map(([, to = '']) => at(to, 'static'));
  if (!/\.(tsx?|js)$/.test(path)) return [];
  return [
    ...[...text.matchAll(STATIC)].map(([, , type, to = '']) => at(to, type ? 'type' : 'static')),
    ...[...text.matchAll(DYNAMIC)].map(([, to = '']) => at(to, 'dynamic')),
  ];
}

function resolve(from: string, specifier: string, house: House): string {
  if (!specifier.startsWith('.')) return specifier;
  const path = normalize(join(dirname(from), specifier.replace(/\?.*$/, '')));
  const endings = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];
  return endings.map((ending) => path + ending).find((full) => house.has(full)) ?? path;
}

/** The code of a file, with its comments blanked out; lines keep their numbers. */
export function withoutComments(source: string): string {
  const blank = (comment: string): string => comment.replace(/[^\n]/g, ' ');
  return source
    .replace(/(^|[\s;{}(,])\/\*[\s\S]*?\*\//g, blank)
    .replace(/(^|[\s;{}(),])\/\/[^\n]*/g, blank);
}

/** A rule was broken: where, and what to do instead. */
export function sentence(path: string, instead: string): string {
  return `${path}: ${instead}`;
}
