import { commands } from 'vitest/browser';
import type { SiteId } from '../../lib/sites/sites';

/** A captured page, the site it is of and where it was found; null: of a site that we do not read. */
export interface CapturedPage {
  file: string;
  site: SiteId | null;
  address: string;
  /** Papers on it, as cards or as the one of a paper page. */
  papers: number;
}

const ORIGINS: Record<SiteId, string> = {
  huggingface: 'https://huggingface.co',
  arxiv: 'https://arxiv.org',
  ar5iv: 'https://ar5iv.labs.arxiv.org',
};

/** Every captured page that is HTML. */
export const CAPTURED: CapturedPage[] = [
  of('huggingface', 'daily-2026-07-02.ssr.html', '/papers/date/2026-07-02', 31),
  of('huggingface', 'daily-2026-09-28.hydrated.excerpt.html', '/papers', 2),
  of('huggingface', 'trending-2026-10-07.excerpt.html', '/papers/trending', 2),
  of('huggingface', 'search-2026-04-16.reconstructed.html', '/papers?q=tree', 55),
  of(
    'huggingface',
    'huggingface-dataset-fineweb-2026-05.ssr.html',
    '/datasets/HuggingFaceFW/fineweb',
    3,
  ),
  of('huggingface', 'huggingface-spaces-list-2025-03-28.ssr.html', '/spaces', 0),
  of('arxiv', 'arxiv-search-all-200-2025-12-25.html', '/search/?query=x', 200),
  of('arxiv', 'arxiv-search-advanced-2026-10-08.excerpt.html', '/search/advanced', 3),
  of('arxiv', 'list-cs.CL-recent-2026-07-28.html', '/list/cs.CL/recent', 50),
  of(
    'arxiv',
    'arxiv-list-cond-mat.mtrl-sci-new-2026-09-22.excerpt.html',
    '/list/cond-mat.mtrl-sci/new',
    6,
  ),
  of('arxiv', 'arxiv-list-cs.DC-2025-04-2026-10-07.excerpt.html', '/list/cs.DC/2025-04', 7),
  of('arxiv', 'arxiv-catchup-error-2026-10-07.html', '/catchup/cs.DC/2025-04-30', 0),
  of('arxiv', 'arxiv-abs-2604.14148-2026-04-18.html', '/abs/2604.14148', 1),
  of('arxiv', 'abs-2403.07974v2-2026-05-25.html', '/abs/2403.07974v2', 1),
  of('arxiv', 'abs-2501.12948-2026-05.html', '/abs/2501.12948', 1),
  of('ar5iv', 'ar5iv-2310.06825-mistral-2026-04-16.html', '/html/2310.06825', 1),
];

function of(site: SiteId, file: string, path: string, papers: number): CapturedPage {
  return { site, file, address: ORIGINS[site] + path, papers };
}

/** Those of the pages that are here, each with its text. */
export async function capturesHere(): Promise<(CapturedPage & { html: string })[]> {
  const read = CAPTURED.map(async (page) => {
    const html = await commands.readCapture(page.file);
    return html === null ? [] : [{ ...page, html }];
  });
  return (await Promise.all(read)).flat();
}
