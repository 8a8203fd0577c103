import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { mergeConfig } from 'vite';
import { defineConfig } from 'wxt';
import { BUILT_IN, matchesOf, OPTIONAL, SITES, type SiteId } from './lib/sites/sites';
import { COMMANDS, SUGGESTED_KEYS } from './lib/worker/shortcuts';
import { closedPages } from './scripts/closedPages';
import { noteShipped, writeLicenses } from './scripts/licenses';
import { textsAlone, writeTexts } from './scripts/localeTexts';
import { readNews } from './scripts/news';
import { quietTemml } from './scripts/quietTemml';
import { isSiteId, siteScripts } from './scripts/siteScripts';
import { withoutHtml } from './scripts/withoutHtml';
import { withoutNames } from './scripts/withoutNames';

/**
 * What our pages and the worker may load: their own files, pictures within the style, and nothing from anywhere else. The
 * worker may ask a server, since the reader's own may be anywhere and a policy cannot be changed at run time; each page
 * closes that again (`closedPages`, docs/decisions/0034).
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  'connect-src https: http:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

function hostsOf(sites: readonly SiteId[]): string[] {
  return sites.flatMap((id) => matchesOf(SITES[id]));
}

function suggested(command: keyof typeof SUGGESTED_KEYS) {
  return { suggested_key: { default: SUGGESTED_KEYS[command] } };
}

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  hooks: {
    ...siteScripts,
    // Without this a variable named `storage` brings WXT's storage along, `imports: false` or not: 3 kB in every page.
    'config:resolved': ({ config }) => {
      Object.assign(config.imports, { autoImport: false });
    },
    // Each page alone, so that its first load is one script and one style sheet (docs/decisions/0013).
    'entrypoints:grouped': (_, groups) => {
      const apart = groups.flatMap((group) =>
        Array.isArray(group) ? group.map((entrypoint) => [entrypoint]) : [group],
      );
      groups.splice(0, groups.length, ...apart);
    },
    // Every byte of a content script is paid for on each page of a site: what terser makes is a fortieth smaller.
    'vite:build:extendConfig': (entrypoints, config) => {
      siteScripts['vite:build:extendConfig']?.(entrypoints, config);
      // A page and all that it imports at once in one file: else what it shares with later code is a file each.
      const first = { name: 'first', test: /[\\/]entrypoints[\\/]\w+[\\/]main\.tsx$/ };
      const output = { codeSplitting: { groups: [first] } };
      if (entrypoints.some(({ inputPath }) => inputPath.endsWith('.html')))
        config.build = mergeConfig(config.build ?? {}, { rolldownOptions: { output } });
      if (!entrypoints.some(({ name }) => isSiteId(name) || ['typing', 'editor'].includes(name)))
        return;
      const compress = { ecma: 2020, passes: 4 } as const;
      config.build = { ...config.build, minify: 'terser', terserOptions: { compress } };
    },
    'build:manifestGenerated': (_, manifest) => {
      // Before any script of the page: of two listeners the first can keep an event from the second.
      manifest.content_scripts?.unshift({
        matches: hostsOf(BUILT_IN),
        js: ['typing.js'],
        run_at: 'document_start',
      });
      // WXT asks at once for what a script will be registered for.
      manifest.host_permissions = hostsOf(BUILT_IN);
    },
    'build:done': ({ config }) => {
      writeTexts(config.outDir);
      if (config.command === 'build') writeLicenses(config.outDir);
    },
  },
  vite: ({ command }) => ({
    plugins: [
      preact(),
      withoutHtml(),
      withoutNames(),
      quietTemml(),
      textsAlone(),
      noteShipped(),
      // `npm run dev` has to talk to its server.
      ...(command === 'build' ? [closedPages()] : []),
    ],
    // Texts are found by name when they are wanted: a variable for each would only be more to load.
    json: { namedExports: false },
    resolve: {
      alias: {
        // A twentieth of the content script's bytes; the file says what is in its place.
        'wxt/utils/content-script-context': fileURLToPath(
          new URL('lib/page/context.ts', import.meta.url),
        ),
      },
    },
    define: { __NEWS__: JSON.stringify(readNews()) },
    // The oldest browsers that the manifest lets in: newer CSS and JavaScript stay as they are written.
    // They know modulepreload, too.
    build: { target: ['chrome125', 'firefox142'], modulePreload: { polyfill: false } },
  }),
  // Chrome and Edge get the same; nobody has tried Edge yet.
  manifest: ({ browser, command }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    // `npm run dev` has to talk to its server.
    ...(command === 'build' && {
      content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    }),
    // Every permission is explained in SECURITY.md.
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'contextMenus',
      'alarms',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    host_permissions: hostsOf(BUILT_IN),
    // Asked for when the reader switches a site on (lib/worker/optionalSites.ts).
    // The last two for the reader's own server, whose host alone is asked for (lib/worker/syncing/places.ts).
    optional_host_permissions: [...hostsOf(OPTIONAL), 'https://*/*', 'http://*/*'],
    action: { default_title: '__MSG_extensionName__' },
    omnibox: { keyword: 'ast' },
    commands: {
      [COMMANDS.openPopup]: suggested(COMMANDS.openPopup),
      [COMMANDS.openLibrary]: {
        ...suggested(COMMANDS.openLibrary),
        description: '__MSG_openLibraryCommand__',
      },
      [COMMANDS.star]: { ...suggested(COMMANDS.star), description: '__MSG_starCommand__' },
      [COMMANDS.toRead]: { ...suggested(COMMANDS.toRead), description: '__MSG_toReadCommand__' },
    },
    // Beside a page the library is the same page as in a tab, in one column (docs/decisions/0011).
    ...(browser === 'firefox'
      ? {
          sidebar_action: {
            default_panel: 'library.html',
            default_title: '__MSG_extensionName__',
            open_at_install: false,
          },
          browser_specific_settings: {
            gecko: {
              id: 'asterism@asterism.invalid',
              strict_min_version: '142.0',
              data_collection_permissions: {
                required: ['none'],
                // Asked for in the click that connects the reader's own folder, to which all of it goes.
                optional: ['bookmarksInfo', 'websiteContent', 'authenticationInfo'],
              },
            },
          },
        }
      : { minimum_chrome_version: '125', side_panel: { default_path: 'library.html' } }),
  }),
});
