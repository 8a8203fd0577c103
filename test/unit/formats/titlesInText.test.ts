import { expect, test } from 'vitest';
import { bookmarksIn } from './files';
import { outline, read } from './reading';

const ABS = (number: number): string => `https://arxiv.org/abs/2401.0000${number}`;
const [A, B, C] = [ABS(1), ABS(2), ABS(3)];
/** What a paper is called of which nothing else is known. */
const NONE = (number: number): string => `arXiv 2401.0000${number}`;

/** The titles of the papers that a text names, in its order. */
async function titlesIn(text: string): Promise<string[]> {
  const { format, decoded } = await read(text, 40);
  expect(format).toBe('text');
  const byId = new Map<string, string>();
  for (const { paper } of bookmarksIn(decoded)) byId.set(paper.id, paper.title);
  return [...byId.values()];
}

test.each<[string, string]>([
  ['Markdown', `- [Nets That Plan](${A})`],
  ['Markdown with an address in angle brackets', `[Nets That Plan](<${A}>)`],
  ['Markdown with a title of its own', `[Nets That Plan](${A} "On arXiv")`],
  ['Markdown by name', `- [Nets That Plan][1]\n\n[1]: ${A}`],
  ['Markdown by name, the address first', `[1]: ${A}\n\n- [Nets That Plan][1]`],
  ['Markdown by itself', `[Nets That Plan]: <${A}>`],
  ['HTML', `<li><a href="${A}">[2401.00001] Nets That Plan</a></li>`],
  [
    'HTML with more',
    `<li>1. <a class='x' href='${A}' target=_blank><b>Nets</b> That&nbsp;Plan</a>, 2024</li>`,
  ],
  ['Org', `* [[${A}][Nets That Plan]]`],
  ['a wiki', `- [[${A}|Nets That Plan]]`],
  ['a wiki that turns it around', `- [[Nets That Plan|${A}]]`],
  ['Jira', `* [Nets That Plan|${A}]`],
  ['MediaWiki', `* [${A} Nets That Plan]`],
  ['reStructuredText', `* \`Nets That Plan <${A}>\`_`],
  ['reStructuredText by name', `.. _Nets That Plan: ${A}`],
  ['AsciiDoc', `* ${A}[Nets That Plan]`],
  ['AsciiDoc with its word', `* link:${A}[Nets That Plan]`],
  ['LaTeX', String.raw`\item \href{${A}}{Nets That Plan}, 2024`],
  ['Typst', `- #link("${A}")[Nets That Plan]`],
  ['Slack', `• <${A}|Nets That Plan>`],
  ['a forum', `[*] [url=${A}]Nets That Plan[/url]`],
  ['Textile', `* "Nets That Plan":${A}`],
  ['Gemini', `=> ${A} Nets That Plan`],
  ['OneTab', `${A} | Nets That Plan`],
  ['a copied table', `${A}\tNets That Plan`],
  [
    'an address that is wrapped',
    `- [Nets That Plan](https://www.google.com/url?q=${encodeURIComponent(A)}&sa=D)`,
  ],
])('a link shows its title, as %s writes it', async (_, text) => {
  expect(await titlesIn(text)).toEqual(['Nets That Plan']);
});

test.each<[string, string]>([
  ['**Nets That Plan.**', 'Nets That Plan'],
  ['__Nets__ That *Plan*', 'Nets That Plan'],
  ['*Quiet* Nets', 'Quiet Nets'],
  ['_Quiet_ Nets', 'Quiet Nets'],
  ['***Quiet*** ~~Old~~ Nets', 'Quiet Old Nets'],
  ['Nets with `code`', 'Nets with code'],
  ['Nets &amp; Trees &lt;3', 'Nets & Trees <3'],
  ['<b>Nets</b> That <i>Plan</i>', 'Nets That Plan'],
  [String.raw`Nets\_2 \[extended\]`, 'Nets_2 [extended]'],
  ['![badge](https://img.shields.io/x.svg) Nets That Plan', 'Nets That Plan'],
  [':star: Nets That Plan 🔥', 'Nets That Plan'],
  ['"Nets That Plan"', 'Nets That Plan'],
  ['《规划网络》', '规划网络'],
  ['[Nets That Plan]', 'Nets That Plan'],
  ['[1] Nets That Plan', 'Nets That Plan'],
  ['[Survey] Nets That Plan', '[Survey] Nets That Plan'],
  ['Paper: Nets That Plan', 'Nets That Plan'],
  ['论文：规划网络', '规划网络'],
  ['A* and C*-algebras of snake_case_names', 'A* and C*-algebras of snake_case_names'],
  ['Nets 2 * 3 * 4', 'Nets 2 * 3 * 4'],
  ['Why Plan?', 'Why Plan?'],
  ['Nets...', 'Nets...'],
])('marks within the text of a link are no part of a title: %s', async (shown, title) => {
  expect(await titlesIn(`- [${shown}](${A})`)).toEqual([title]);
});

test.each([
  'View PDF',
  'PDF',
  'pdf',
  'paper',
  'Paper (PDF)',
  '📄 Paper',
  'arXiv',
  'arxiv link',
  'Link',
  'here',
  'this paper',
  'Project page',
  'code',
  'Code & Data',
  'Abs',
  'HTML',
  'OpenReview',
  'ICLR 2024',
  "NeurIPS'23",
  'CVPR 2023 (oral)',
  '1',
  '[1]',
  '2024',
  'v2',
  'arXiv:2401.00001 v1',
  '2401.00001',
  'arxiv.org/abs/2401.00001',
  '2401.00001v2.pdf',
  '论文',
  '论文链接',
  '[论文]',
  '原文',
  '下载',
  '論文',
  'リンク',
  '논문',
  'Artikel',
  'lien',
  'artículo',
  'статья',
  'Doe et al. (2024)',
  'Doe and Roe, 2024',
  '![arXiv](https://img.shields.io/badge/arXiv-x.svg)',
  '',
  '**[Paper]**',
  '`paper`',
])('what says only that a paper is there is no title: [%s](…)', async (label) => {
  expect(await titlesIn(`See [${label}](${A}).`)).toEqual([NONE(1)]);
});

test.each<[string, string]>([
  ['in bold', `- **Nets That Plan** [View PDF](${A})`],
  [
    'in bold, before names and places',
    `- **Nets That Plan**. Jane Doe, John Roe. ICLR 2024. [[paper](${A})] [[code](https://github.com/a/b)]`,
  ],
  ['in bold, after names', `- Jane Doe, John Roe. **Nets That Plan**. ICLR, 2024. [[PDF](${A})]`],
  ['in bold HTML', `<li><b>Nets That Plan</b><br>Jane Doe<br><a href="${A}">[Paper]</a></li>`],
  [
    'in bold after a number in bold',
    `**[1]** LeCun, Yann, and Geoffrey Hinton. "**Nets That Plan**." Nature 521 (2015): 436-444. [[pdf]](${A}) **(A survey)** :star:`,
  ],
  ['in quotes', `1. J. Doe and J. Roe, "Nets That Plan," arXiv:2401.00001, 2024.`],
  ['in TeX’s quotes', `- Doe, J. \`\`Nets That Plan''. [[PDF](${A})]`],
  ['as the item begins', `- Nets That Plan [论文](${A})`],
  [
    'as the item begins, with brackets',
    `- Nets That Plan ([pdf](${A}), [code](https://github.com/a/b))`,
  ],
  ['as the item begins, after a date', `* [2024/01/05] Nets That Plan | [[paper]](${A}) | [code]`],
  ['as the item begins, after a place', `* (ICLR 2024) Nets That Plan [[paper]](${A})`],
  ['as the item begins, before a place', `* Nets That Plan (ICLR 2024). [[Paper](${A})]`],
  [
    'as the item begins, before what it does',
    `- Nets That Plan - waits before it plans. [Paper](${A})`,
  ],
  [
    'as the item begins, before names',
    `* Nets That Plan. *Jane Doe et al.* arXiv. [[Paper](${A})]`,
  ],
  ['as the item begins, before where', `- Nets That Plan, arXiv 2024 [[paper](${A})]`],
  ['after names', `- Jane Doe, John Roe. Nets That Plan. ICLR 2024. [[paper](${A})]`],
  ['after one name', `- Jane Doe. Nets That Plan. [[paper](${A})]`],
  ['behind the label', `- [[arXiv](${A})] Nets That Plan`],
  ['behind the label and a colon', `- [paper](${A}): Nets That Plan`],
  ['behind a bare address', `- ${A} - Nets That Plan`],
  ['before a bare address', `- Nets That Plan: ${A}`],
  ['before an id', `- Nets That Plan. arXiv:2401.00001`],
  [
    'in the lines of an item',
    `- **Nets That Plan**  \n  Jane Doe, John Roe. ICLR 2024.  \n  [[paper](${A})] [[code](https://github.com/a/b)]`,
  ],
  [
    'in the first line of an item',
    `1. Nets That Plan\n   - Jane Doe\n   - [paper](${A})\n   - [code](https://github.com/a/b)`,
  ],
  ['in an item, after an empty line', `- Nets That Plan\n\n  [paper](${A})`],
  [
    'in a heading',
    `### Nets That Plan\n\n[Paper](${A}) | [Code](https://github.com/a/b)\n\n### Next`,
  ],
  [
    'in a heading above a list',
    `## Nets That Plan\n- [arXiv](${A})\n- [Code](https://github.com/a/b)`,
  ],
  ['in a heading with its link', `### Nets That Plan ([arXiv](${A}))`],
  ['in a summary', `<details><summary>Nets That Plan</summary>\n\n[paper](${A})\n</details>`],
  ['in a paragraph in bold', `**Nets That Plan**  \nJane Doe, John Roe  \n[[Paper](${A})]`],
  ['on the line above', `Nets That Plan\n${A}`],
  ['in a line that says so', `Title: Nets That Plan\nURL: ${A}`],
  [
    'in a line that says so, later',
    `arXiv:2401.00001\nDate: Mon, 22 Jan 2024\n\nTitle: Nets That Plan\nAuthors: Jane Doe\n\\\\\n  We plan.\n\\\\ ( ${A} ,  12kb)`,
  ],
  [
    'in a row',
    `| 1) **Nets That Plan** - waits before it plans. | [Paper](${A}), [Tweet](https://x.com/a/1) |`,
  ],
  [
    'in another cell',
    `|**2024-01-05**|**Nets That Plan**|Jane Doe et.al.|[2401.00001](${A})|null|`,
  ],
  [
    'in the column that says so',
    `| Date | Paper Title | Topic | Link |\n|---|:---:|---|---|\n| 2024 | Nets That Plan | Planning with Learned Search | [pdf](${A}) |`,
  ],
  [
    'in the column that says so, without bars around it',
    `Title | Authors | Link\n--- | --- | ---\nNets That Plan | Jane Doe | [pdf](${A})`,
  ],
  ['in a cell with its link', `| Planning | Nets That Plan <br> [paper](${A}) | 2024 |`],
  [
    'in a row of HTML',
    `<tr><td>2024</td><td>Nets That Plan</td><td><a href="${A}">pdf</a></td></tr>`,
  ],
])('the title stands beside the label: %s', async (_, text) => {
  expect(await titlesIn(text)).toEqual(['Nets That Plan']);
});

test.each<[string, string, string[]]>([
  [
    'a line above each',
    `规划网络的综述与展望
${A}

Nets That Wait
${B}`,
    ['规划网络的综述与展望', 'Nets That Wait'],
  ],
  [
    'two items',
    `- **Nets That Plan** [pdf](${A})\n- **Nets That Wait** [pdf](${B})`,
    ['Nets That Plan', 'Nets That Wait'],
  ],
  [
    'two papers in an item',
    `- **Nets That Plan** [pdf](${A}), **Nets That Wait** [pdf](${B})`,
    ['Nets That Plan', 'Nets That Wait'],
  ],
  [
    'two addresses of one paper',
    `- **Nets That Plan** [abs](${A}) [pdf](https://arxiv.org/pdf/2401.00001)`,
    ['Nets That Plan'],
  ],
  [
    'records one after the other',
    `Title: Nets That Plan\nURL: ${A}\n\nTitle: Nets That Wait\nURL: ${B}`,
    ['Nets That Plan', 'Nets That Wait'],
  ],
  [
    'ids first, titles after',
    `arXiv:2401.00001\nTitle: Nets That Plan\n\narXiv:2401.00002\nTitle: Nets That Wait`,
    ['Nets That Plan', 'Nets That Wait'],
  ],
  [
    'sections',
    `## Nets That Plan\n[pdf](${A})\n\n## Nets That Wait\n[pdf](${B})`,
    ['Nets That Plan', 'Nets That Wait'],
  ],
  [
    'bars behind links',
    `- [Nets That Plan](${A}) | ICLR 2024 (oral)\n- [Nets That Wait](${B}) | [code]`,
    ['Nets That Plan', 'Nets That Wait'],
  ],
])('each paper has its own title: %s', async (_, text, titles) => {
  expect(await titlesIn(text)).toEqual(titles);
});

test.each<[string, string]>([
  ['prose', `We follow the approach of [this paper](${A}), as others do.`],
  ['the end of a sentence', `More details are in the [paper](${A}).`],
  ['a remark', `- Check out this great [paper](${A})!`],
  ['a greeting', `Hello Bob\n${A}`],
  ['a line that introduces', `I read this one yesterday:\n${A}`],
  ['a sentence', `Nets that plan were studied before. arXiv:2401.00001 was the first.`],
  ['names alone', `- Jane Doe, John Roe [[pdf](${A})]`],
  ['a field', `- **Paper**: [link](${A})`],
  ['a front matter that is of the file', `---\ntitle: My Reading List of Nets\n---\n${A}`],
  ['a category', `- Planning\n  - ${A}`],
])('what is no title is not taken for one: %s', async (_, text) => {
  expect((await titlesIn(text))[0]).toBe(NONE(1));
});

test('a heading above several papers is nobody’s title', async () => {
  const text = `## Large Language Models for Planning\n\n[pdf](${A})\n\n[pdf](${B})\n\n[Nets That Search](${C})\n`;
  expect(await titlesIn(text)).toEqual([NONE(1), NONE(2), 'Nets That Search']);
});

test('a heading of a list is nobody’s title', async () => {
  expect(await titlesIn(`# Papers to read this week\n\n[pdf](${A})`)).toEqual([NONE(1)]);
  expect(await titlesIn(`# Nets That Plan\n\n- ${A}`)).toEqual([NONE(1)]);
});

test('what waits for the end of a section comes in its order', async () => {
  const text = `## Nets That Plan\n\n[pdf](${A})\n\n- [Nets That Wait](${B})\n- https://example.org/x\n\n## Next\n[Nets That Search](${C})`;
  expect(outline((await read(text)).decoded)).toEqual([
    '3 arxiv:2401.00001 (implied) Nets That Plan',
    '5 arxiv:2401.00002 (implied) Nets That Wait',
    '6 noPaper https://example.org/x',
    '9 arxiv:2401.00003 (implied) Nets That Search',
  ]);
});

test.each<[string, string, string | null]>([
  ['a ticked task', `- [x] [Nets That Plan](${A})`, 'read'],
  ['one with a capital', `* [X] ${A}`, 'read'],
  ['one without a bullet', `[x] ${A}`, 'read'],
  ['one of several lines', `- [x] Nets That Plan\n  [pdf](${A})`, 'read'],
  ['one in Org', `* DONE [[${A}][Nets That Plan]]`, 'read'],
  ['one that is begun', `- [/] [Nets That Plan](${A})`, 'reading'],
])('%s says that a paper was read', async (_, text, status) => {
  const { decoded } = await read(text);
  expect(bookmarksIn(decoded)).toMatchObject([{ annotation: { status } }]);
  expect(decoded[0]).not.toMatchObject({ bookmark: { isImplied: true } });
});

test('a task that is not ticked says no more than a list', async () => {
  const { decoded } = await read(`- [ ] [Nets That Plan](${A})\n- [x] done\n- ${B}`);
  expect(outline(decoded)).toEqual([
    '1 arxiv:2401.00001 (implied) Nets That Plan',
    '3 arxiv:2401.00002 (implied) arXiv 2401.00002',
  ]);
});
