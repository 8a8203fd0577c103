import { huggingface } from './huggingface';
import type { Site } from './site';

export { huggingface };

/** Every site that is known; a new one is a file beside `huggingface.ts` and a line here. */
const SITES: readonly Site[] = [huggingface];

/** The site whose listing an address is, or null. */
export function siteOf(url: URL): Site | null {
  return SITES.find((site) => site.isListing(url)) ?? null;
}
