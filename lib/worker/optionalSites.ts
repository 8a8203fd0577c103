import type { Browser } from 'wxt/browser';

/** A site that the reader may switch on: its name in the table of sites, and the match patterns of its hosts. */
export interface OptionalSite {
  id: string;
  matches: string[];
}

/** What the browser knows about the sites that the reader switched on. */
export interface Permitting {
  permissions: Pick<typeof Browser.permissions, 'contains'>;
  scripting: Pick<
    typeof Browser.scripting,
    'getRegisteredContentScripts' | 'registerContentScripts' | 'unregisterContentScripts'
  >;
}

/**
 * Brings the content scripts of optional sites in line with what the reader permits: the permission is the one place
 * that says whether a site is on, so what the browser itself takes away is off as well. To be called when permissions
 * change, and after an update, with which the browser forgets what was registered. One call after the other.
 * @param others what is to be registered beside them
 */
export function createOptionalSites(
  { permissions, scripting }: Permitting,
  sites: readonly OptionalSite[],
  others: () => Promise<Browser.scripting.RegisteredContentScript[]> = async () => [],
): () => Promise<void> {
  let turn: Promise<void> = Promise.resolve();

  async function register(): Promise<void> {
    const wanted = (await Promise.all([...sites.map(permitted), others()])).flat();
    const known = (await scripting.getRegisteredContentScripts()).map(({ id }) => id);
    const gone = known.filter((id) => !wanted.some((script) => script.id === id));
    const missing = wanted.filter(({ id }) => !known.includes(id));
    if (gone.length > 0) await scripting.unregisterContentScripts({ ids: gone });
    if (missing.length > 0) await scripting.registerContentScripts(missing);
  }

  async function permitted(
    site: OptionalSite,
  ): Promise<Browser.scripting.RegisteredContentScript[]> {
    const isOn = await permissions.contains({ origins: site.matches });
    return isOn ? scriptsOf(site) : [];
  }

  return () => {
    const next = turn.then(register);
    turn = next.catch(() => {}); // whoever asked is told
    return next;
  };
}

/** The scripts of a site, as the manifest lists those of the others. */
function scriptsOf({ id, matches }: OptionalSite): Browser.scripting.RegisteredContentScript[] {
  const always = { matches, persistAcrossSessions: true };
  return [
    { ...always, id: `${id}-typing`, js: ['typing.js'], runAt: 'document_start' },
    {
      ...always,
      id,
      js: [`content-scripts/${id}.js`],
      css: [`content-scripts/${id}.css`],
      runAt: 'document_idle',
    },
  ];
}
