/** What an address of a site shows: cards of many papers, or one paper. */
export type PageKind = 'listing' | 'paper';

/** What is known about a web site besides the markup of its pages, which its adapter reads. */
export interface Site {
  /** Shown to readers, and what `site:` in a search is compared with. */
  name: string;
  /** Host names, the one that its own links use first. All are served over https. */
  hosts: readonly string[];
  /** A listing to begin with; null where the site has none that we read. */
  home: string | null;
  /** Which paths are of which page kind: sources of regular expressions, for all of the path. */
  paths: { readonly [K in PageKind]?: string };
  /** Which paths, with their queries, are PDFs of papers: the source of a regular expression; null where none is. */
  pdf: string | null;
  /** How links to its papers look: paths, with their queries, as match patterns have them. */
  links: readonly string[];
  /** Whether it is off until the reader switches it on, and only then asked for. */
  isOptional: boolean;
  /** Whether it has a star of its own at each paper, so that ours has to look otherwise. */
  hasStar: boolean;
  /** Holds for the root element while the page is in its dark scheme; null where the site has none. */
  dark: string | null;
}

/**
 * Every site that is known; its adapter is in the folder of its name. The manifest, the content scripts, the worker, the
 * search and the tests read this table. Data alone: it is handed to the content scripts as JSON.
 */
export const SITES = {
  huggingface: {
    name: 'Hugging Face',
    hosts: ['huggingface.co'],
    home: 'https://huggingface.co/papers',
    paths: {
      // Lists of papers, then whatever may have tiles: a model, dataset, space or collection; somebody's own page.
      listing:
        '/papers(/(trending|(date|week|month)/[^/]+))?/?|/(dataset|space|collection)s/[^/]+/[^/]+/?|/(?!(blog|docs|settings|(dataset|model|paper|space)s)(/|$))[^/]+(/[^/]+)?/?',
      paper: '/papers/(?!(trending|date|week|month|submit|index)/?$)[^/]+/?',
    },
    pdf: null,
    links: ['/papers/*.*'],
    isOptional: false,
    hasStar: false,
    dark: '.dark',
  },
  arxiv: {
    name: 'arXiv',
    hosts: ['arxiv.org', 'www.arxiv.org', 'export.arxiv.org'],
    home: 'https://arxiv.org/list/cs/new',
    paths: {
      listing: '/list/[^/]+/[^/]+/?|/search(/[a-z-]*/?)?|/catchup/.*|/a/[^/.]+(\\.html|/)?',
      paper: '/(abs|html)/([^/]+|[a-z-]+(\\.[A-Za-z-]+)?/[0-9]{7}(v[0-9]+)?)/?',
    },
    pdf: '/pdf/[^?]+(\\?.*)?',
    links: ['/abs/*', '/pdf/*', '/html/*'],
    isOptional: false,
    hasStar: false,
    dark: null,
  },
  ar5iv: {
    name: 'ar5iv',
    hosts: ['ar5iv.labs.arxiv.org', 'ar5iv.org'],
    home: null,
    paths: { paper: '/(html|abs)/([^/]+|[a-z-]+(\\.[A-Za-z-]+)?/[0-9]{7}(v[0-9]+)?)/?' },
    pdf: null,
    links: ['/abs/*', '/html/*'],
    isOptional: false,
    hasStar: false,
    dark: '[data-theme="dark"]',
  },
  openreview: {
    name: 'OpenReview',
    hosts: ['openreview.net'],
    home: null,
    paths: { listing: '/(group|submissions|search|venue)/?', paper: '/forum/?' },
    pdf: '/pdf\\?.*|/attachment\\?.*\\bname=pdf\\b.*',
    links: ['/forum?*', '/pdf?*'],
    isOptional: true,
    hasStar: false,
    dark: null,
  },
  scholar: {
    name: 'Google Scholar',
    // Of its many hosts by country only the first: each would be one more to ask for.
    hosts: ['scholar.google.com'],
    home: null,
    paths: { listing: '/(scholar|citations)' },
    pdf: null,
    links: ['/citations?*citation_for_view=*', '/scholar?*q=info:*'],
    isOptional: true,
    hasStar: true,
    dark: null,
  },
  acl: {
    name: 'ACL Anthology',
    hosts: ['aclanthology.org'],
    home: null,
    paths: { paper: '/([0-9]{4}\\.[^/]+-[^/]+\\.[0-9]+|[A-Z][0-9]{2}-[0-9]{4,5})/?' },
    pdf: '/[^/?]+\\.pdf(\\?.*)?',
    // Since 2020 by year and volume ("2021.naacl-main.208"), before that by a letter and two numbers ("N04-1001").
    links: ['/20*.*-*.*', ...[...'ACDEFHIJKLMNOPQRSTUWXY'].map((letter) => `/${letter}*-*`)],
    isOptional: true,
    hasStar: false,
    dark: null,
  },
  dblp: {
    name: 'DBLP',
    hosts: ['dblp.org', 'dblp.uni-trier.de', 'dblp.dagstuhl.de'],
    home: null,
    paths: { listing: '/search(/publ)?/?' },
    pdf: null,
    links: ['/rec/*'],
    isOptional: true,
    hasStar: false,
    dark: null,
  },
  biorxiv: {
    name: 'bioRxiv/medRxiv',
    hosts: ['www.biorxiv.org', 'www.medrxiv.org'],
    home: null,
    paths: {
      listing: '/(search|collection)/.*|/content/early/recent',
      paper: '/content/10\\.[0-9]+/[^/]+/?',
    },
    pdf: '/content/10\\.[^?]+\\.pdf(\\?.*)?',
    links: ['/content/10.*'],
    isOptional: true,
    hasStar: false,
    dark: null,
  },
} as const satisfies Record<string, Site>;

export type SiteId = keyof typeof SITES;

/** The ids of all sites, in the table's order. Marked as pure, as `HOMES` is, so that content scripts do not carry the table. */
export const SITE_IDS = /* @__PURE__ */ Object.keys(SITES) as SiteId[]; // of an object literal

/** The sites that are read from the beginning. */
export const BUILT_IN = /* @__PURE__ */ SITE_IDS.filter((id) => !SITES[id].isOptional);

/** The sites that are off until the reader switches them on. */
export const OPTIONAL = /* @__PURE__ */ SITE_IDS.filter((id) => SITES[id].isOptional);

/** The same with what is shown of each, and what the browser is asked for when it is switched on. */
export const SWITCHED = /* @__PURE__ */ OPTIONAL.map((id) => {
  const { name, hosts } = SITES[id];
  return { id, name, hosts, matches: matchesOf(SITES[id]) };
});

/** Those that are on from the beginning, as the browser knows them. */
export const READ_AT_ONCE = /* @__PURE__ */ BUILT_IN.map((id) => ({
  name: SITES[id].name,
  matches: matchesOf(SITES[id]),
}));

/** The sites with a listing to begin with, for readers who have no papers yet. */
export const HOMES = /* @__PURE__ */ BUILT_IN.flatMap((id) => {
  const { name, home }: Site = SITES[id];
  return home === null ? [] : [{ name, home }];
});

/** The site that has a host, whatever its address shows; null for any other host. */
export function siteOf(url: URL): SiteId | null {
  return (
    SITE_IDS.find((id) => (SITES[id].hosts as readonly string[]).includes(url.hostname)) ?? null
  );
}

/** The origins of a site, which its content script is heard from. */
export function originsOf({ hosts }: Site): string[] {
  return hosts.map((host) => `https://${host}`);
}

/** The manifest's match patterns of a site: whole hosts, since a listing can be reached without a load. */
export function matchesOf(site: Site): string[] {
  return originsOf(site).map((origin) => `${origin}/*`);
}

/** The match patterns of links to the papers of a site. */
export function paperLinksOf(site: Site): string[] {
  return originsOf(site).flatMap((origin) => site.links.map((path) => origin + path));
}
