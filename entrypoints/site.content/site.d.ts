/** The site whose content script is being built (scripts/siteScripts.ts). */
declare module '#site' {
  export const site: Pick<import('../../lib/sites/sites').Site, 'hosts' | 'paths'>;
  export const adapter: import('../../lib/sites/adapter').Adapter;
}
