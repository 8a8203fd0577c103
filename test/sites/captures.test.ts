import { describe, expect } from 'vitest';
import { commands } from 'vitest/browser';
import type { Paper } from '../../lib/papers/paper';
import { paperSchema } from '../../lib/papers/schemas';
import { adapter } from '../../lib/sites/huggingface/adapter';
import { testCapture, toDocument } from './captures';
import { defined, islandOf, readAll } from './reading';

const { listing: huggingface } = adapter;

const CLOCK = new Date('2026-10-07T12:00:00Z');

/** What the embedded data of a captured page says, read here without the code under test. */
interface Item {
  numComments: number;
  paper: {
    id: string;
    title: string;
    summary: string;
    publishedAt?: string;
    upvotes: number;
    authors: { name: string }[];
    organization?: { name: string; fullname: string };
    githubRepo?: string;
    githubStars?: number;
    projectPage?: string;
    ai_keywords?: string[];
  };
}

function items(document: Document, list: 'dailyPapers' | 'searchResults'): Item[] {
  return JSON.parse(islandOf(document).dataset['props'] ?? '')[list];
}

function oneLine(text: string): string {
  return text.split(/\s+/).join(' ').trim();
}

/** The paper that an item states, every field of it. */
function stated({ paper, numComments }: Item): Paper {
  const keywords = paper.ai_keywords?.filter((keyword) => keyword !== ''); // one paper has only an empty one
  return defined({
    id: `arxiv:${paper.id}`,
    title: oneLine(paper.title),
    abstract: oneLine(paper.summary),
    authors: paper.authors.map(({ name }) => name),
    authorCount: paper.authors.length,
    organization: paper.organization && {
      name: paper.organization.name,
      fullname: paper.organization.fullname,
    },
    publishedAt: paper.publishedAt?.slice(0, 10),
    upvotes: paper.upvotes,
    comments: numComments,
    githubRepo: paper.githubRepo,
    githubStars: paper.githubStars,
    projectPage: paper.projectPage,
    keywords: keywords?.length ? keywords : undefined,
  });
}

/** The fields that a card of the daily grid shows, of all that its item states. */
function visibleOnGrid(paper: Paper): Paper {
  const { id, title, authorCount, organization, upvotes, comments, githubStars } = paper;
  return defined({
    id,
    title,
    authors: [],
    authorCount: organization ? undefined : authorCount,
    organization,
    upvotes,
    comments: comments === 0 ? undefined : comments,
    githubStars,
  });
}

/** The fields that a search result shows, of all that its item states. */
function visibleInSearch(paper: Paper, hasMeta: boolean): Paper {
  const { id, title, abstract, authorCount, organization, publishedAt, upvotes, comments } = paper;
  return defined({
    id,
    title,
    abstract,
    authors: [],
    authorCount: organization || !hasMeta ? undefined : authorCount,
    organization,
    publishedAt,
    upvotes,
    comments: comments === 0 ? undefined : comments,
  });
}

function expectValid(papers: Paper[]): void {
  for (const paper of papers) expect(paperSchema.safeParse(paper).error, paper.id).toBeUndefined();
}

describe('the daily page as the server sends it (2026-07-02)', async () => {
  const file = 'daily-2026-07-02.ssr.html';

  await testCapture(file, 'every fact of its 31 papers is read', (html) => {
    const document = toDocument(html);
    const papers = readAll(document, CLOCK);
    expect(papers).toHaveLength(31);
    expect(papers).toEqual(items(document, 'dailyPapers').map(stated));
    expectValid(papers);
  });

  await testCapture(file, 'a paper with everything is read to the letter', (html) => {
    const [first] = readAll(toDocument(html), CLOCK);
    expect(first).toEqual({
      id: 'arxiv:2606.28322',
      title: 'PerceptionRubrics: Calibrating Multimodal Evaluation to Human Perception',
      abstract: expect.stringMatching(
        /^We introduce PerceptionRubrics, a rubric-based .* prerequisite for reliable generation\.$/,
      ),
      authors:
        'Yana Wei,Hongbo Peng,Yanlin Lai,Liang Zhao,Kangheng Lin,En Yu,Keyu Lv,Han Zhou,Yin Tang,Haodong Li,Mitt Huang,Hangyu Guo,Jianjian Sun,Zheng Ge,Xiangyu Zhang,Daxin Jiang,Vishal M. Patel'.split(
          ',',
        ),
      authorCount: 17,
      organization: { name: 'JohnsHopkins', fullname: 'Johns Hopkins University' },
      publishedAt: '2026-06-26', // the item's own time is the evening before
      upvotes: 33,
      comments: 2,
      githubRepo: 'https://github.com/M1chaelPeng/PerceptionRubrics',
      githubStars: 9,
      projectPage: 'https://weiyana.github.io/PerceptionRubrics/',
      keywords:
        'rubric-based evaluation,atomic auditing,golden captions,Circular Peer-Review consensus,dual-stream system,Must-Right,Easy-Wrong,gated scoring mechanism,Reliability Gap,Open-Closed Stratification,human-aligned rigor'.split(
          ',',
        ),
    });
  });

  await testCapture(file, 'without its data, what the cards show is read and no more', (html) => {
    const document = toDocument(html);
    const all = items(document, 'dailyPapers').map(stated);
    islandOf(document).removeAttribute('data-props');
    const papers = readAll(document, CLOCK);
    expect(papers).toEqual(all.map(visibleOnGrid));
    expect(papers.filter((paper) => paper.organization)).toHaveLength(18);
    expect(papers.filter((paper) => paper.authorCount !== undefined)).toHaveLength(13);
    expect(papers.filter((paper) => paper.githubStars !== undefined)).toHaveLength(16);
    expect(papers.filter((paper) => paper.comments !== undefined)).toHaveLength(27);
    expectValid(papers);
  });

  await testCapture(file, 'its nodes wait to be taken over', (html) => {
    expect(huggingface.awaitsTakeover(toDocument(html))).toBe(true);
  });

  await testCapture(file, 'controls stand on the picture', (html) => {
    const places = huggingface.cards(toDocument(html)).map(huggingface.placement);
    expect(new Set(places.map((place) => JSON.stringify(place)))).toEqual(
      new Set(['{"on":"edge","raised":true,"narrow":false}']),
    );
  });
});

describe('the daily page after its script took over (2026-09-28)', async () => {
  const file = 'daily-2026-09-28.hydrated.excerpt.html';

  await testCapture(file, 'both cards are read from the DOM', (html) => {
    const papers = readAll(toDocument(html), CLOCK);
    expect(papers).toEqual([
      {
        id: 'arxiv:2609.31394',
        title:
          'InternW0-Δ: A World Action Model Bridging Predictive Dynamics and Actions with 20K+ Hours of Open Data',
        authors: [],
        authorCount: 48,
        upvotes: 17,
      },
      {
        id: 'arxiv:2609.24385',
        title:
          'Tactile-JEPA: Topology-Aware Self-Supervised Representation Learning for Distributed Tactile Sensors',
        authors: [],
        authorCount: 4,
        upvotes: 10,
        comments: 1,
        githubStars: 2,
      },
    ]);
  });

  await testCapture(file, 'nothing is waited for, even where there are scripts', (html) => {
    const document = toDocument(html);
    document.head.append(document.createElement('script'));
    expect(huggingface.awaitsTakeover(document)).toBe(false);
  });
});

describe('trending papers (2026-10-07)', async () => {
  const file = 'trending-2026-10-07.excerpt.html';

  await testCapture(file, 'an article that holds its card twice is one card', (html) => {
    const papers = readAll(toDocument(html), CLOCK);
    expect(papers).toEqual([
      {
        id: 'arxiv:2407.16741',
        title: 'OpenDevin: An Open Platform for AI Software Developers as Generalist Agents',
        authors: [],
        authorCount: 24,
        publishedAt: '2024-07-23',
        upvotes: 90,
        githubRepo: 'https://github.com/opendevin/opendevin', // "90.1k" stars are not a number
      },
      {
        id: 'arxiv:2510.22200',
        title: 'LongCat-Video Technical Report',
        authors: [],
        organization: { name: 'meituan-longcat', fullname: 'LongCat' },
        publishedAt: '2025-10-25',
        upvotes: 43,
        githubRepo: 'https://github.com/meituan-longcat/LongCat-Video',
      },
    ]);
    expectValid(papers);
  });

  await testCapture(file, 'controls stand on the picture, away from the buttons', (html) => {
    const places = huggingface.cards(toDocument(html)).map(huggingface.placement);
    expect(places).toEqual([
      { on: 'edge', raised: true, narrow: true },
      { on: 'edge', raised: true, narrow: true },
    ]);
  });
});

describe('search results (2026-04-16)', async () => {
  const file = 'search-2026-04-16.reconstructed.html';

  await testCapture(file, 'every fact of its 55 papers is read', (html) => {
    const document = toDocument(html);
    const papers = readAll(document, CLOCK);
    expect(papers).toHaveLength(55);
    expect(papers).toEqual(items(document, 'searchResults').map(stated));
    expectValid(papers);
  });

  await testCapture(file, 'without its data, all that its 55 cards show is read', (html) => {
    const document = toDocument(html);
    const all = items(document, 'searchResults').map(stated);
    islandOf(document).removeAttribute('data-props');
    const papers = readAll(document, new Date('2026-04-16T12:00:00Z'));
    // Three cards have neither authors nor a date.
    expect(papers).toEqual(
      all.map((paper) => visibleInSearch(paper, paper.publishedAt !== undefined)),
    );
    expect(papers.filter((paper) => paper.abstract)).toHaveLength(55);
    expect(papers.filter((paper) => paper.publishedAt)).toHaveLength(52);
    expect(papers.filter((paper) => paper.comments)).toHaveLength(19);
    expect(papers.filter((paper) => paper.organization)).toHaveLength(3);
    expect(papers.filter((paper) => paper.authorCount)).toHaveLength(49);
    expectValid(papers);
  });

  await testCapture(
    file,
    'a year that is left out is that of the page, however late it is read',
    (html) => {
      const document = toDocument(html);
      const island = islandOf(document);
      const { dateString } = JSON.parse(island.dataset['props'] ?? '');
      island.dataset['props'] = JSON.stringify({ dateString });
      const days = readAll(document, new Date('2029-03-03')).map((paper) => paper.publishedAt);
      expect(days.filter((day) => day?.startsWith('2026'))).toEqual([
        '2026-03-19',
        '2026-03-01',
        '2026-03-16',
        '2026-02-15',
        '2026-02-10',
        '2026-01-20',
      ]);
    },
  );

  await testCapture(file, 'no abstract has more than its own text', (html) => {
    const [, second] = readAll(toDocument(html.replace(/ data-props="[^"]*"/g, '')), CLOCK);
    expect(second).toEqual({
      id: 'arxiv:2604.90002',
      title:
        'TreePO: Bridging the Gap of Policy Optimization and Efficacy and Inference Efficiency with Heuristic Tree-based Modeling',
      abstract: expect.stringMatching(
        /^Recent advancements in aligning large language models .* Home page locates at https:\/\/m-a-p\.ai\/TreePO\.$/,
      ),
      authors: [],
      organization: { name: 'ByteDance-Seed', fullname: 'ByteDance Seed' },
      publishedAt: '2025-08-24',
      upvotes: 2,
      comments: 3,
    });
  });

  await testCapture(
    'search-2026-04-16.text.txt',
    'its dates are those that a reader saw',
    async (text) => {
      const seen = [...text.matchAll(/^([A-Z][a-z]{2} \d{1,2}(?:, \d{4})?)(?: \d+)?$/gm)]
        .slice(1) // the first is the day navigator's
        .map(([, day = '']) => (day.includes(',') ? day : `${day}, 2026`));
      const html = await commands.readCapture(file);
      const days = readAll(toDocument(html ?? ''), CLOCK).flatMap(
        (paper) => paper.publishedAt ?? [],
      );
      expect(days).toHaveLength(52);
      expect(days).toEqual(seen.map((day) => new Date(`${day} 00:00Z`).toISOString().slice(0, 10)));
    },
  );

  await testCapture(file, 'controls stand on the free edge', (html) => {
    const [card] = huggingface.cards(toDocument(html));
    expect(card && huggingface.placement(card)).toEqual({
      on: 'edge',
      raised: false,
      narrow: false,
    });
  });
});

describe('replies of the API, as the page would embed them', async () => {
  const embed = (list: 'dailyPapers' | 'searchResults', reply: Item[]): Document => {
    const document = toDocument('<div data-target="DailyPapers"><section></section></div>');
    islandOf(document).dataset['props'] = JSON.stringify({ [list]: reply });
    for (const { paper } of reply) {
      const article = document.createElement('article');
      article.innerHTML = `<h3><a href="/papers/${paper.id}">The title is in the data</a></h3>`;
      document.querySelector('section')?.append(article);
    }
    return document;
  };

  await testCapture('api-daily_papers-2026-06-13.json', 'all 30 of a day are read', (json) => {
    const reply: Item[] = JSON.parse(json);
    const papers = readAll(embed('dailyPapers', reply), CLOCK);
    expect(papers).toHaveLength(30);
    expect(papers).toEqual(reply.map(stated));
    expectValid(papers);
  });

  await testCapture(
    'api-daily_papers-2026-06-13.json',
    'an author hidden from a profile is an author',
    (json) => {
      const papers = readAll(embed('dailyPapers', JSON.parse(json)), CLOCK);
      const paper = papers.find(({ id }) => id === 'arxiv:2606.12575');
      expect(paper).toMatchObject({ authorCount: 10 });
      expect(paper?.authors).toHaveLength(10);
      expect(paper?.authors).toContain('Dengyang Jiang');
    },
  );

  await testCapture(
    'api-papers-search-2026-09.transcribed.json',
    'search results are read',
    (json) => {
      const reply: Item[] = JSON.parse(json);
      const papers = readAll(embed('searchResults', reply), CLOCK);
      expect(papers).toHaveLength(3);
      expect(papers).toEqual(reply.map(stated));
      expect(papers.map((paper) => paper.publishedAt)).toEqual([
        '2020-06-19',
        '2021-12-20',
        '2022-02-01',
      ]);
      expectValid(papers);
    },
  );

  await testCapture(
    'api-papers-search-2026-09.transcribed.json',
    'a title and an abstract that come only in highlighted pieces are read',
    (json) => {
      const reply: Item[] = JSON.parse(json);
      const pieces = reply.map((item) => {
        const { title: _, summary: __, ...paper } = item.paper;
        return { ...item, title: undefined, summary: undefined, paper };
      });
      const papers = readAll(embed('searchResults', pieces as unknown as Item[]), CLOCK);
      expect(papers).toEqual(reply.map(stated));
    },
  );
});
