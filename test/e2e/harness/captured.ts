import { capturedPage } from './network.ts';

/** Captured pages with papers, one of each layout that a site has, and an address at which each of them is read. */
export const CAPTURED: Readonly<Record<string, string>> = {
  'search-2026-04-16.reconstructed.html': '/papers?q=tree',
  'daily-2026-07-02.ssr.html': '/papers/date/2026-07-02',
  'trending-2026-10-07.excerpt.html': '/papers/trending',
  'huggingface-dataset-fineweb-2026-05.ssr.html': '/datasets/HuggingFaceFW/fineweb',
  'list-cs.CL-recent-2026-07-28.html': 'https://arxiv.org/list/cs.CL/recent',
  'arxiv-list-cond-mat.mtrl-sci-new-2026-09-22.excerpt.html':
    'https://arxiv.org/list/cond-mat.mtrl-sci/new',
  'arxiv-search-advanced-2026-10-08.excerpt.html': 'https://arxiv.org/search/advanced',
  'arxiv-abs-2604.14148-2026-04-18.html': 'https://arxiv.org/abs/2604.14148',
  'ar5iv-2310.06825-mistral-2026-04-16.html': 'https://ar5iv.labs.arxiv.org/html/2310.06825',
  'openreview-forum-dribhnhm1i.rebuilt.html': 'https://openreview.net/forum?id=dribhnhm1i',
  'openreview-venue-tab.reconstructed.html': 'https://openreview.net/group?id=Example',
  'google-scholar-search-attention-2026-04-01.html':
    'https://scholar.google.com/scholar?q=attention',
  'google-scholar-profile-8daWuo4AAAAJ-2021-08-03.html':
    'https://scholar.google.com/citations?user=8daWuo4AAAAJ',
  'acl-anthology-paper-2021.naacl-main.208-2026-02-08.html':
    'https://aclanthology.org/2021.naacl-main.208/',
  'biorxiv-article-2026.07.01.735904v1-2026-07-30.html':
    'https://www.biorxiv.org/content/10.64898/2026.07.01.735904v1',
};

/** One of them, as its site shows it where its style is in it or was captured too. */
export function asShown(file: string): string {
  return capturedPage(file, CAPTURED[file]?.startsWith('/') ?? false);
}
