import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { WxtHooks } from 'wxt';
import { matchesOf, type PageKind, SITE_IDS, SITES, type SiteId } from '../lib/sites/sites.ts';

/** The entrypoint that is built once for each site. */
const TEMPLATE = 'site';

/** The template's style: whose dark scheme it follows is the site's to say. */
const STYLE = '/site.content/style.css';

/** What it imports, in place of which each site's build gets what its row of the table says about addresses and its own adapter. */
const MODULE = '#site';

/**
 * One content script for each row of `lib/sites/sites.ts`, so that a page of one site loads no other site's adapter:
 * `content-scripts/<id>.js`, from the one template in `entrypoints/site.content/`.
 */
export const siteScripts: Partial<WxtHooks> = {
  'entrypoints:found': (_, found) => {
    const at = found.findIndex(({ name }) => name === TEMPLATE);
    const [template] = found.splice(at, 1);
    if (template) found.push(...SITE_IDS.map((name) => ({ ...template, name })));
  },
  'entrypoints:resolved': (_, entrypoints) => {
    for (const entrypoint of entrypoints) {
      if (entrypoint.type !== 'content-script' || !isSiteId(entrypoint.name)) continue;
      // One options object comes of one file: each site gets its own.
      const { name } = entrypoint;
      const registration = SITES[name].isOptional ? 'runtime' : 'manifest';
      entrypoint.options = { ...entrypoint.options, matches: matchesOf(SITES[name]), registration };
    }
  },
  'vite:build:extendConfig': ([entrypoint], config) => {
    if (entrypoint && isSiteId(entrypoint.name))
      config.plugins?.unshift(siteModule(entrypoint.name));
  },
};

/** Whether an entrypoint is a site's content script. */
export function isSiteId(name: string): name is SiteId {
  return name in SITES;
}

function siteModule(id: SiteId): Plugin {
  const { hosts, paths, dark, hasStar } = SITES[id];
  const adapter = fileURLToPath(new URL(`../lib/sites/${id}/adapter.ts`, import.meta.url));
  const has = (kind: PageKind): string => `${kind in paths}`;
  const module = [
    `export { adapter } from ${JSON.stringify(adapter)};`,
    `export const site = ${JSON.stringify({ hosts, paths })};`,
    `export const hasListings = ${has('listing')}, hasPaperPages = ${has('paper')}, hasStar = ${hasStar};`,
  ];
  return {
    name: 'site',
    enforce: 'pre',
    transform: (code, name) =>
      name.endsWith(STYLE) ? code.replace('[data-dark]', dark ?? ':not(*)') : null,
    resolveId: (name) => (name === MODULE ? `\0${MODULE}` : null),
    load: (name) => (name === `\0${MODULE}` ? module.join('\n') : null),
  };
}
