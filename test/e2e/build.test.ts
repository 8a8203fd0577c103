import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { OPTIONAL, SITE_IDS, SITES } from '../../lib/sites/sites.ts';
import config from '../../wxt.config.ts';
import { EXTENSION, ROOT } from './harness/build.ts';

/** Every file of the built extension that is text, by its path. */
const files = new Map<string, string>();
const TEXT = ['.js', '.html', '.css', '.json', '.txt'];
let manifest: Record<string, unknown>;

beforeAll(() => {
  for (const path of readdirSync(EXTENSION, { recursive: true, encoding: 'utf8' })) {
    if (!statSync(`${EXTENSION}/${path}`).isFile()) continue;
    const isText = TEXT.includes(extname(path));
    files.set(path, isText ? readFileSync(`${EXTENSION}/${path}`, 'utf8') : '');
  }
  manifest = JSON.parse(files.get('manifest.json') ?? '');
});

/** Where in files of this kind there is something that fits. */
function found(kind: string, what: RegExp): string[] {
  return [...files].flatMap(([path, text]) =>
    extname(path) === kind
      ? [...text.matchAll(what)].map((match) => `${path.replace(/-[\w-]{8}\./, '.')}: ${match[0]}`)
      : [],
  );
}

test('what looks for trouble in the build sees the build', () => {
  expect(found('.js', /\bindexedDB\b/g)).not.toEqual([]);
  expect(new Set(found('.html', /<script\b/g))).toHaveProperty('size', 4); // pages, each with one or more
  expect(found('.css', /\burl\(/g)).not.toEqual([]);
});

test('no script, style or picture is loaded from anywhere else', () => {
  expect(found('.html', /(?:src|href|action|srcset)="(?!\/(?!\/))[^"]*"/g)).toEqual([]);
  expect(found('.html', /<(?:script|style)\b[^>]*>\s*[^\s<]|\bon\w+="/g)).toEqual([]);
  expect(found('.css', /@import|url\((?!\s*["']?(?:data:image\/svg\+xml|#))[^)]{0,40}/g)).toEqual(
    [],
  );
  const elsewhere = /["'`](?!\.{0,2}\/(?!\/))[^"'`\s]*["'`]/.source;
  expect(found('.js', new RegExp(`\\bimport\\s*\\(\\s*${elsewhere}`, 'g'))).toEqual([]);
  const statement = new RegExp(`(?:^|[;}])(?:import|export)\\b[^;()"'\`]*${elsewhere}`, 'g');
  expect(found('.js', statement)).toEqual([]);
  expect(found('.js', /\bimportScripts\b/g)).toEqual([]);
});

test('every page closes the network to itself, before anything in it is loaded', () => {
  const pages = [...files].filter(([path]) => extname(path) === '.html');
  const closed =
    /<head>\s*<meta http-equiv="Content-Security-Policy" content="connect-src (?:'|&#39;)none(?:'|&#39;)">/;
  expect(pages.filter(([, html]) => !closed.test(html)).map(([path]) => path)).toEqual([]);
});

test('nothing makes code from text, and nothing reads text as HTML', () => {
  expect(found('.js', /\beval\s*\(|\bFunction\s*\(\s*["'`]|\bnew Function\b/g)).toEqual([]);
  expect(found('.js', /set(?:Timeout|Interval)\(\s*["'`]/g)).toEqual([]);
  expect(
    found(
      '.js',
      /\.(?:inner|outer)HTML\s*=(?!=)|\binsertAdjacentHTML\b|\bdocument\.write\b|\bcreateContextualFragment\b|\bsetHTMLUnsafe\b|\bsrcdoc\b/g,
    ),
  ).toEqual([]);
});

test('one line of it asks a server, and is in the worker', () => {
  const sending = found(
    '.js',
    /\bfetch\(|\bXMLHttpRequest\b|\bnew (?:WebSocket|EventSource|WebTransport|RTCPeerConnection)\b|\bsendBeacon\b/g,
  );
  expect(sending).toEqual([expect.stringMatching(/^background\.js: .*fetch\($/)]);
});

test('the addresses in it are the links that it shows, and names', () => {
  const known =
    /^https?:\/\/(?:www\.w3\.org\/|(?:[\w-]+\.)*(?:huggingface\.co|arxiv\.org|ar5iv\.org)\b|(?:www\.)?(?:aclanthology|dblp|biorxiv|medrxiv)\.org\/|dblp\.(?:uni-trier|dagstuhl)\.de\/|openreview\.net\/|scholar\.google\.com\/|doi\.org\/|bit\.ly\/2kdckMn|tinyurl\.com\/y2uuvskb)/;
  const others = [...files]
    .filter(([path]) => extname(path) !== '.txt' && !path.startsWith('_locales'))
    .flatMap(([path, text]) =>
      (text.match(/https?:\/\/[\w-]+\.[\w./-]+/g) ?? []).map((address) => `${path}: ${address}`),
    )
    .filter((line) => !known.test(line.slice(line.indexOf('http'))));
  expect(others).toEqual([]);
});

test('no source maps and no chatter are shipped, and no file that is not known', () => {
  expect(found('.js', /sourceMappingURL|\bconsole\.(?:log|info|dir)\(|\bdebugger\b/g)).toEqual([]);
  const kinds = new Set([...files.keys()].map((path) => extname(path)));
  expect([...kinds].sort()).toEqual(['.css', '.html', '.js', '.json', '.png', '.txt']);
});

test('permissions are those that SECURITY.md explains, in its order', () => {
  const section = readFileSync(`${ROOT}SECURITY.md`, 'utf8').split('## Permissions, one by one')[1];
  const explained = [...(section ?? '').matchAll(/^\| `([^`]+)` \| \S/gm)].map(([, name]) => name);
  const { permissions, host_permissions, optional_host_permissions, content_scripts } =
    manifest as {
      permissions: string[];
      host_permissions: string[];
      optional_host_permissions: string[];
      content_scripts: { matches: string[] }[]; // a manifest's, which the browser has read
    };
  const places = new Set(content_scripts.flatMap(({ matches }) => matches));
  expect([...permissions, ...places, ...optional_host_permissions]).toEqual(explained);
  expect(host_permissions).toEqual([...places]);
});

test('the manifest opens nothing else', () => {
  expect(Object.keys(manifest).sort()).toEqual(
    [
      ...['manifest_version', 'name', 'description', 'version', 'icons', 'default_locale'],
      ...['minimum_chrome_version', 'content_security_policy', 'permissions', 'content_scripts'],
      ...['host_permissions', 'optional_host_permissions'],
      ...['action', 'background', 'commands', 'omnibox', 'options_ui', 'side_panel'],
    ].sort(),
  );
});

test('the licenses of what is in it are in it, and all are permissive', () => {
  const text = files.get('licenses.txt') ?? '';
  const listed = [...text.matchAll(/^(\S+) [\d.]+ \((.+)\)$/gm)];
  const names = listed.map(([, name]) => name);
  const { dependencies } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {
    dependencies: object; // npm has read it
  };
  expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)));
  for (const [, name, license] of listed) {
    expect(license, name).toMatch(/^(MIT|Apache-2\.0|BSD-[23]-Clause|ISC|0BSD)$/);
  }
});

test('an optional site has its scripts and is not in the manifest', () => {
  const { content_scripts } = manifest as { content_scripts: { js: string[] }[] };
  const listed = content_scripts.flatMap(({ js }) => js);
  for (const id of OPTIONAL) {
    expect(listed).not.toContain(`content-scripts/${id}.js`);
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([`content-scripts/${id}.js`, `content-scripts/${id}.css`]),
    );
  }
});

describe.each(SITE_IDS)('the first script on %s', (id) => {
  const script = (): string => files.get(`content-scripts/${id}.js`) ?? '';

  test('is at most 14,000 bytes when it is packed', () => {
    expect(script()).not.toBe('');
    expect(gzipSync(script(), { level: 9 }).length).toBeLessThanOrEqual(14_000);
  });

  test('knows no other site', () => {
    const others = SITE_IDS.filter((other) => other !== id).flatMap((other) => SITES[other].hosts);
    expect(
      others.filter((host) => script().includes(`'${host}'`) || script().includes(`"${host}"`)),
    ).toEqual([]);
  });
});

describe.each([
  ['popup', 36_000],
  ['library', 52_000],
])('the first scripts of the %s page', (page, most) => {
  const first = (): string[] =>
    [...(files.get(`${page}.html`) ?? '').matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(
      ([, path = '']) => files.get(path) ?? '',
    );

  test(`are at most ${most} bytes when they are packed`, () => {
    const packed = first().map((script) => gzipSync(script, { level: 9 }).length);
    expect(packed).not.toEqual([]);
    expect(packed.reduce((sum, bytes) => sum + bytes)).toBeLessThanOrEqual(most);
  });

  test('are few files: each takes the browser milliseconds, however small it is', () => {
    expect(first().length).toBeLessThanOrEqual(3);
  });

  test('read no TeX: few titles have any', () => {
    const readsTex = (script: string): boolean => script.includes('footnotesize');
    expect([...files.values()].some(readsTex)).toBe(true);
    expect(first().some(readsTex)).toBe(false);
  });
});

test('Edge is given what Chrome is', async () => {
  const { manifest: make } = config;
  if (typeof make !== 'function')
    throw new Error('The manifest does not depend on the browser any more.');
  const made = ['chrome', 'edge', 'firefox'].map((browser) =>
    make({ browser, command: 'build', mode: 'production', manifestVersion: 3 }),
  );
  const [chrome, edge, firefox] = await Promise.all(made);
  expect(edge).toEqual(chrome);
  expect(firefox).not.toEqual(chrome);
  const sources = ['lib', 'components', 'entrypoints'].flatMap((folder) =>
    readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => `${folder}/${path}`),
  );
  const asking = sources.filter((path) =>
    /import\.meta\.env\.(?:BROWSER|CHROME|EDGE)/.test(readFileSync(ROOT + path, 'utf8')),
  );
  expect(asking).toEqual([]); // none has code of its own
});
