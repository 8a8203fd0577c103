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
  openreview: 'https://openreview.net',
  scholar: 'https://scholar.google.com',
  acl: 'https://aclanthology.org',
  dblp: 'https://dblp.org',
  biorxiv: 'https://www.biorxiv.org',
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
  of('openreview', 'openreview-forum-dribhnhm1i.rebuilt.html', '/forum?id=dribhnhm1i', 1),
  of('openreview', 'openreview-venue-tab.reconstructed.html', '/group?id=Example.cc', 3),
  of('scholar', 'google-scholar-search-attention-2026-04-01.html', '/scholar?q=attention', 10),
  of('scholar', 'google-scholar-search-llm-hallucination-2024.html', '/scholar?q=llm', 20),
  of('scholar', 'google-scholar-search-iomt-2018-02-08.html', '/scholar?q=iomt', 9),
  of('scholar', 'google-scholar-profile-8daWuo4AAAAJ-2021-08-03.html', '/citations?user=8d', 2),
  of('scholar', 'google-scholar-captcha-2025-12-26.html', '/scholar?q=captcha', 0),
  of('acl', 'acl-anthology-paper-2021.naacl-main.208-2026-02-08.html', '/2021.naacl-main.208/', 1),
  of('acl', 'acl-anthology-paper-2021.naacl-main.208-2023-09-22.html', '/2021.naacl-main.208', 1),
  of('dblp', 'dblp-search-calefato-2024-01-28.html', '/search?q=calefato', 30),
  of('biorxiv', 'biorxiv-search-timescales-2026-07-30.html', '/search/timescales', 10),
  of(
    'biorxiv',
    'biorxiv-article-2026.07.01.735904v1-2026-07-30.html',
    '/content/10.64898/2026.07.01.735904v1',
    1,
  ),
  of(
    'biorxiv',
    'biorxiv-cloudflare-challenge-2024-09-19.html',
    '/content/10.1101/2024.01.01.123456v1',
    0,
  ),
  {
    site: null,
    file: 'paperswithcode-method-vae-2024-12-01.html',
    address: 'https://paperswithcode.com/method/vae',
    papers: 0,
  },
  {
    site: null,
    file: 'alphaxiv-explore-2026-06.trimmed.html',
    address: 'https://www.alphaxiv.org/explore',
    papers: 0,
  },
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
