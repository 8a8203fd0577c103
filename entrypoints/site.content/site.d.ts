/** The site whose content script is being built (scripts/siteScripts.ts). */
declare module '#site' {
  export const site: Pick<import('../../lib/sites/sites').Site, 'hosts' | 'paths'>;
  /** Whether it has pages of each kind: a script does not carry what none of its pages asks for. */
  export const hasListings: boolean;
  export const hasPaperPages: boolean;
  /** Whether it has a star of its own at each paper. */
  export const hasStar: boolean;
  export const adapter: import('../../lib/sites/adapter').Adapter;
}
