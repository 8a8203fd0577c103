import { expect, test } from 'vitest';
import { paperIdFromUrl } from '../../lib/papers/addresses';
import { paperLinks } from '../../lib/papers/ids';
import { paperAt } from '../../lib/sites/paperPages';
import { paperLinksOf, SITES } from '../../lib/sites/sites';

const PATTERNS = Object.values(SITES).flatMap(paperLinksOf);

/** Whether a browser shows an entry with these patterns on a link: "*" is any text, everything else is itself. */
function isOffered(address: string): boolean {
  const bare = address.replace(/#.*/, '');
  return PATTERNS.some((pattern) => {
    const parts = pattern.split('*').map((part) => part.replace(/[.?+^$()[\]{}|\\]/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`).test(bare);
  });
}

test.each([
  'https://huggingface.co/papers/2604.90001',
  'https://huggingface.co/papers/2604.90001#community',
  'https://arxiv.org/abs/2604.90001v2',
  'https://arxiv.org/abs/hep-th/9901001',
  'https://arxiv.org/pdf/2604.90001',
  'https://www.arxiv.org/pdf/2604.90001v1.pdf',
  'https://export.arxiv.org/html/2604.90001',
  'https://ar5iv.labs.arxiv.org/html/2604.90001',
  'https://ar5iv.org/abs/2604.90001',
  'https://openreview.net/forum?id=aBcD1234eF&noteId=x',
  'https://openreview.net/pdf?id=aBcD1234eF',
  'https://scholar.google.com/citations?view_op=view_citation&hl=en&citation_for_view=abcdefghijkl:qwertyuiop',
  'https://aclanthology.org/2021.naacl-main.208/',
  'https://aclanthology.org/2021.naacl-main.208.pdf',
  'https://aclanthology.org/N04-1001',
  'https://aclanthology.org/N04-1001.pdf',
  'https://dblp.org/rec/conf/esem/CalefatoQLK23',
  'https://dblp.uni-trier.de/rec/conf/esem/CalefatoQLK23',
  'https://dblp.dagstuhl.de/rec/journals/corr/abs-2604-90002',
  'https://www.biorxiv.org/content/10.64898/2026.07.01.735904v1',
  'https://www.medrxiv.org/content/10.1101/2026.07.01.735904v1.full.pdf',
])('%s is a paper, and its menu is offered', (address) => {
  expect(isOffered(address)).toBe(true);
  expect(paperIdFromUrl(address)).not.toBeNull();
});

test.each([
  'https://huggingface.co/papers',
  'https://huggingface.co/papers/trending',
  'https://huggingface.co/papers/date/2026-04-15',
  'https://huggingface.co/papers/week/2026-W10',
  'https://huggingface.co/google/gemma-2',
  'https://arxiv.org/list/cs.CL/new',
  'https://arxiv.org/search/?query=trees',
  'https://openreview.net/group?id=ICLR.cc/2026/Conference',
  'https://scholar.google.com/scholar?q=trees',
  'https://scholar.google.com/citations?user=abcdefghijkl',
  'https://aclanthology.org/volumes/2021.naacl-main/',
  'https://aclanthology.org/people/ada-example/',
  'https://dblp.org/pid/1/2.html',
  'https://www.biorxiv.org/collection/neuroscience',
  'https://example.org/abs/2604.90001',
])('%s is not a paper, and its menu is not offered', (address) => {
  expect(isOffered(address)).toBe(false);
});

test.each([
  ['https://huggingface.co/papers/2604.90001', 'arxiv:2604.90001'],
  ['https://arxiv.org/abs/2604.90001v2', 'arxiv:2604.90001'],
  ['https://arxiv.org/html/2604.90001', 'arxiv:2604.90001'],
  ['https://arxiv.org/pdf/2604.90001v2', 'arxiv:2604.90001'],
  ['https://ar5iv.labs.arxiv.org/html/hep-th/9901001', 'arxiv:hep-th/9901001'],
  ['https://openreview.net/forum?id=aBcD1234eF', 'openreview:aBcD1234eF'],
  ['https://aclanthology.org/N04-1001/', 'acl:N04-1001'],
  ['https://huggingface.co/papers', null],
  ['https://huggingface.co/papers/date/2026-04-15', null],
  ['https://arxiv.org/list/cs.CL/new', null],
  ['https://example.org/abs/2604.90001', null],
])('a tab at %s is the paper %s', (address, id) => {
  expect(paperAt(new URL(address))).toBe(id);
});

test.each(['arxiv:2604.90001', 'hf:some-paper-1.2', 'acl:2021.naacl-main.208'] as const)(
  'the page that a title of ours opens is one: %s',
  (id) => {
    const { page } = paperLinks(id);
    expect(isOffered(page)).toBe(true);
    expect(paperAt(new URL(page))).toBe(id);
  },
);
