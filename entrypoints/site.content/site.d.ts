/** The site whose content script is being built (scripts/siteScripts.ts). */
declare module '#site' {
  export const site: import('../../lib/sites/sites').Site;
  export const adapter: import('../../lib/sites/adapter').Adapter;
}
