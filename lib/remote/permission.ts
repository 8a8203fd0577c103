/** What the browser permits for a folder on a server. Chromium knows no `data_collection`. */
export interface Permission {
  origins: string[];
  data_collection?: string[];
}

/** As much of a manifest as says what data may leave where the reader agrees. */
interface Manifest {
  manifest_version: number;
  browser_specific_settings?: { gecko?: { data_collection_permissions?: { optional?: unknown } } };
}

/**
 * What is asked for, and about, before anything is sent to an address: its host, without a port, since Firefox's patterns
 * know none and Chromium's cover all of them; and in Firefox that data may leave at all, as its manifest names them.
 */
export function permissionFor(
  address: string,
  { browser_specific_settings }: Manifest,
): Permission {
  const { protocol, hostname } = new URL(address);
  const data = browser_specific_settings?.gecko?.data_collection_permissions?.optional;
  return {
    origins: [`${protocol}//${hostname}/*`],
    ...(Array.isArray(data) && { data_collection: data.map(String) }),
  };
}
