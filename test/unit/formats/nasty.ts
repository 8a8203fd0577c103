import type { Annotation } from '../../../lib/papers/annotation';
import type { Bookmark } from '../../../lib/papers/bookmark';
import type { Paper } from '../../../lib/papers/paper';
import { unionTags } from '../../../lib/papers/tags';

const AT = '2026-01-02T03:04:05.000Z';

function bookmark(paper: Paper, said: Partial<Annotation> = {}): Bookmark {
  return {
    paper,
    annotation: {
      starred: true,
      starredAt: AT,
      status: null,
      statusAt: null,
      tags: [],
      tagsAt: null,
      note: '',
      noteAt: null,
      createdAt: AT,
      ...said,
    },
  };
}

/** Papers whose titles, names, tags and notes mean something in one format or another; ordered by id. */
export const NASTY: Bookmark[] = [
  bookmark({
    id: 'arxiv:1706.03762',
    title: 'Attention Is All You Need',
    authors: ['Ashish Vaswani', 'Niki Parmar', 'Łukasz Kaiser', 'Illia Polosukhin'],
    abstract: 'The dominant models are based on recurrent networks.\n\nWe propose the Transformer.',
    publishedAt: '2017-06-12',
    githubRepo: 'https://github.com/tensorflow/tensor2tensor',
  }),
  bookmark(
    {
      id: 'arxiv:2401.00001',
      title: String.raw`$\mathcal{O}(n^2)$ & 50% of {a_b}: C# ~ \LaTeX --- or }not{?`,
      authors: ['Ludwig van Beethoven', 'John Smith Jr.', "Seán O'Brien"],
      publishedAt: '2024-01-22',
    },
    {
      status: 'to-read',
      tags: unionTags(['100%', 'a & b', '=cmd'], []),
      note: 'First line, 50% & more.\n\nTY  - GEN\nER  - \n---\n# Heading\n```\nopen fence {',
    },
  ),
  bookmark(
    {
      id: 'arxiv:2401.00002',
      title: '=cmd|\'/C calc\'!A0 --> </A></TITLE><script>alert("1")</script>',
      authors: ['DeepSeek-AI', 'Gemma Team', 'Barnes and Noble'],
      publishedAt: '2024-01-22',
      projectPage: 'https://example.com/a_(b)?q=<x>&r="y"',
    },
    { status: 'reading', note: '+1+1\n</DD><DT>--> "quoted", comma; [linkding-notes]' },
  ),
  bookmark(
    {
      id: 'arxiv:2401.00003',
      title: 'Attention Is All You Need: Résumé — “naïve” façade…',
      authors: ['José Ortega y Gasset', 'Maria De Marco', 'Donald E. Knuth'],
      publishedAt: '2024-02-29',
    },
    { tags: ['nlp/llm', 'Übersicht'], note: "don't `code` *this* [link](https://example.com) 🔭" },
  ),
  bookmark(
    {
      id: 'arxiv:2401.00004',
      title: '注意力机制：综述 👩‍🔬 with العربية inside',
      authors: ['王小明', 'Wei Zhang (张伟)', '김철수'],
      publishedAt: '2024-03-01',
    },
    { tags: ['机器学习'], note: 'שלום\u202e evil\nsecond line' },
  ),
  bookmark({
    id: 'arxiv:hep-th/9901001',
    title:
      '--- # [x](y) *starred* _under_ `code` | pipe <b>tag</b> &amp; :smile: 1. www.a.org http://b.org',
    authors: ['J.-P. Serre', 'E. Witten'],
    authorCount: 40,
    publishedAt: '1999-01-01',
  }),
  bookmark(
    { id: 'hf:some.paper-1', title: 'CON', authors: [], authorCount: 3 },
    { starred: false, starredAt: null, status: 'read', statusAt: AT },
  ),
  bookmark({
    id: 'hf:team-report',
    title: 'attention is all you need',
    authors: ['OpenAI Inc.'],
    organization: { name: 'openai', fullname: 'OpenAI' },
    publishedAt: '2017-06-30',
  }),
];

/** A title as programs read it that know no TeX. */
export function plainTitle({ id, title }: Paper): string {
  return id === 'arxiv:2401.00001' ? 'O(n²) & 50% of {a_b}: C# ~ LaTeX — or }not{?' : title;
}
