import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { row } from './table.ts';

/** What a page loads: with its first look, and in all, counting what it loads later. */
interface Load {
  first: Set<string>;
  whole: Set<string>;
}

const STATIC =
  /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]*?\s*from\s*)?["'](\.[^"']+\.js)["']/g;
const LATER = /["'`]((?:\.{1,2}|\/?assets|\/?chunks)\/[^"'`]+\.(?:js|css))["'`]/g;
const IN_HTML = /(?:src|href)="\/?([^"]+\.(?:js|css))"/g;

/**
 * Sizes of what the built extension's contexts load, in Markdown. Weighed with Node's zlib at level 9, and in no other
 * way: the `gzip` of a shell makes the same file some 80 bytes smaller.
 */
export function bundleTable(extension: string): string[] {
  const popup = loadOf(extension, 'popup.html');
  const library = loadOf(extension, 'library.html');
  const files: [string, ReadonlySet<string> | null, number | null][] = [
    ['popup, first load, script', popup && only(popup.first, '.js'), 40],
    ['popup, first load, styles', popup && only(popup.first, '.css'), null],
    ['popup, with all it may load later', popup?.whole ?? null, null],
    ['content script, Hugging Face', new Set(['content-scripts/huggingface.js']), 14],
    ['content script, arXiv', new Set(['content-scripts/arxiv.js']), 14],
    ['editor on a page', new Set(['editor.js']), null],
    ['worker', new Set(['background.js']), null],
    ['library page, first load', library?.first ?? null, null],
    ['library page, with all it may load later', library?.whole ?? null, null],
  ];
  return [
    row(['kB gzip (kB plain)', '', 'goal', 'met']),
    row(['---', '---:', '---:', '---:']),
    ...files.map(([name, paths, goal]) => {
      if (paths === null) return row([name, 'not there yet', '', '']);
      const { gzip, plain } = sizeOf(extension, paths);
      const met = goal === null ? '' : gzip <= goal ? 'yes' : '**no**';
      const size = `${gzip.toFixed(2)} (${plain.toFixed(0)})`;
      return row([name, size, goal === null ? '' : `≤ ${goal}`, met]);
    }),
  ];
}

/** What a page loads; null where it does not exist. */
function loadOf(extension: string, page: string): Load | null {
  const path = join(extension, page);
  if (!existsSync(path)) return null;
  const named = found(readFileSync(path, 'utf8'), IN_HTML);
  const first = closure(extension, named, STATIC);
  const whole = closure(extension, [...first], LATER, STATIC);
  return { first, whole };
}

function closure(extension: string, roots: readonly string[], ...kinds: RegExp[]): Set<string> {
  const known = new Set<string>();
  const open = [...roots];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (known.has(path) || !existsSync(join(extension, path))) continue;
    known.add(path);
    if (!path.endsWith('.js')) continue;
    const source = readFileSync(join(extension, path), 'utf8');
    for (const kind of kinds) {
      for (const to of found(source, kind)) {
        open.push(to.startsWith('.') ? normalize(join(dirname(path), to)) : to.replace(/^\//, ''));
      }
    }
  }
  return known;
}

function found(source: string, kind: RegExp): string[] {
  return [...source.matchAll(kind)].flatMap((match) => match[1] ?? []);
}

function only(paths: ReadonlySet<string>, ending: string): Set<string> {
  return new Set([...paths].filter((path) => path.endsWith(ending)));
}

function sizeOf(extension: string, paths: ReadonlySet<string>): { gzip: number; plain: number } {
  let gzip = 0;
  let plain = 0;
  for (const path of paths) {
    const bytes = readFileSync(join(extension, path));
    plain += bytes.length / 1_000;
    gzip += gzipSync(bytes, { level: 9 }).length / 1_000;
  }
  return { gzip, plain };
}
