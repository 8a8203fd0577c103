// This worker is under the manifest's policy, which has to let the background ask a server; a page's own policy does not
// reach it. So it gives up every way to the network before anything else is loaded. Imported first, for that alone.

const WAYS = /^(?:fetch|XMLHttp|Web(?:Socket|Transport)|EventSource|RTC|import|Worker$|caches$)/i;

for (let owner: object | null = globalThis; owner !== null; owner = Object.getPrototypeOf(owner)) {
  for (const name of Object.getOwnPropertyNames(owner)) {
    if (WAYS.test(name)) Object.defineProperty(owner, name, { value: undefined });
  }
}
