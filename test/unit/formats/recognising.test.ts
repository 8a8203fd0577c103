import { expect, test } from 'vitest';
import { outline, read } from './reading';

test.each<[string, string, string | null, string]>([
  ['nothing', '', null, 'refused emptyFile'],
  ['blank lines', '\uFEFF \r\n\t', null, 'refused emptyFile'],
  ['a sentence', 'Dear reader,', 'text', 'refused nothingFound'],
  [
    'a web page',
    '<!doctype html><a href="https://arxiv.org/abs/2401.12345">x</a>',
    null,
    'refused foreign',
  ],
  ['XML', '<?xml version="1.0"?><xml><records/></xml>', null, 'refused foreign'],
  [
    'Zotero’s RDF',
    '<rdf:RDF\n xmlns:z="http://www.zotero.org/namespaces/export#">\n<z:url>https://arxiv.org/abs/2401.12345</z:url>',
    null,
    'refused foreign',
  ],
  ['somebody else’s JSON', '{"name": "package"}', 'anyJson', 'refused foreign'],
  ['a list of numbers', '[1, 2]', 'list', 'refused foreign'],
  ['an empty list', '[]', 'list', 'refused nothingFound'],
  [
    'a chat, whose lines begin with times',
    '[01.02.24, 10:00:12] Jane: https://arxiv.org/abs/2401.12345',
    'text',
    '1 arxiv:2401.12345 (implied) arXiv 2401.12345',
  ],
  [
    'a chat, whose days have two digits',
    '[12.02.24, 10:00] Jane: https://arxiv.org/abs/2401.12345',
    'text',
    '1 arxiv:2401.12345 (implied) arXiv 2401.12345',
  ],
  [
    'a text that begins with two references',
    '[1, 2] J. Doe, arXiv:2401.12345',
    'text',
    '1 arxiv:2401.12345 (implied) arXiv 2401.12345',
  ],
  ['a bibliography without entries', '@comment{jabref-meta: x}', 'bibtex', 'refused nothingFound'],
  [
    'one CSL item',
    '{"id":"a","type":"article","URL":"https://arxiv.org/abs/2401.12345","title":"T"}',
    'item',
    '1 arxiv:2401.12345 (implied) T',
  ],
  [
    'an address in angle brackets',
    '<https://arxiv.org/abs/2401.12345>',
    'text',
    '1 arxiv:2401.12345 (implied) arXiv 2401.12345',
  ],
  [
    'a Markdown link first',
    '[T](https://arxiv.org/abs/2401.12345)',
    'text',
    '1 arxiv:2401.12345 (implied) T',
  ],
  [
    'a text that quotes BibTeX',
    'See https://arxiv.org/abs/2401.12345:\n@misc{a, eprint={2402.00002}}',
    'text',
    '1 arxiv:2401.12345 (implied) arXiv 2401.12345',
  ],
  [
    'semicolons',
    'Title;URL\n"A;b";https://arxiv.org/abs/2401.12345',
    'csv',
    '2 arxiv:2401.12345 (implied) A;b',
  ],
  [
    'tabs',
    'url\ttitle\nhttps://arxiv.org/abs/2401.12345\tT',
    'csv',
    '2 arxiv:2401.12345 (implied) T',
  ],
  [
    'links, one a line',
    'https://arxiv.org/abs/2401.12345',
    'text',
    '1 arxiv:2401.12345 (implied) arXiv 2401.12345',
  ],
  [
    'an old id alone on its line',
    '- [ ] 1409.0473v7',
    'text',
    '1 arxiv:1409.0473 (implied) arXiv 1409.0473',
  ],
  [
    'an id of the first years',
    '1. math.GT/0309136',
    'text',
    '1 arxiv:math/0309136 (implied) arXiv math/0309136',
  ],
  ['a column of numbers', '1409.0473 EUR\n1513.0473\n0612.0001', 'text', 'refused nothingFound'],
  [
    'a task with a link that is no paper',
    '- [x] https://example.org',
    'text',
    '1 noPaper https://example.org',
  ],
  [
    'an item of a list that begins with a link and says more',
    '1. **[BERT](https://blog.example.org/N19-1423/)** (Devlin et al.)\nSee https://example.org too.',
    'text',
    '1 noPaper BERT',
  ],
  [
    'a paper that has an id of another site',
    '1. **[BERT](https://aclanthology.org/N19-1423/)** (Devlin et al.)\nSee https://example.org too.',
    'text',
    '1 acl:N19-1423 (implied) BERT',
  ],
  [
    'a badge',
    '- [![arXiv](https://img.shields.io/badge/arXiv-paper-red.svg)](https://arxiv.org/abs/2401.12345)',
    'text',
    '1 arxiv:2401.12345 (implied) arXiv 2401.12345',
  ],
  [
    'a page’s title with its site',
    '[[PDF] Attention - and more | Semantic Scholar](https://arxiv.org/abs/2401.12345)',
    'text',
    '1 arxiv:2401.12345 (implied) Attention - and more',
  ],
  [
    'a Markdown link whose text begins with a bracket',
    '[[Survey] A title](https://arxiv.org/abs/2401.12345)',
    'text',
    '1 arxiv:2401.12345 (implied) [Survey] A title',
  ],
  [
    'a Markdown link whose text is an id',
    '[2401.12345](https://arxiv.org/abs/2401.12345)',
    'text',
    '1 arxiv:2401.12345 (implied) arXiv 2401.12345',
  ],
  [
    'a list of references',
    '[1] A. Vaswani et al. arXiv:1706.03762, 2017.\n[2] Another. arXiv:2401.12345.',
    'text',
    '1 arxiv:1706.03762 (implied) arXiv 1706.03762',
  ],
  [
    'a task without a bullet',
    '[ ] https://arxiv.org/abs/2401.12345',
    'text',
    '1 arxiv:2401.12345 (implied) arXiv 2401.12345',
  ],
  [
    'a link whose text is in quotes',
    '["All" you need](https://arxiv.org/abs/2401.12345)',
    'text',
    '1 arxiv:2401.12345 (implied) "All" you need',
  ],
  [
    'lists in a list',
    '[["https://arxiv.org/abs/2401.12345"]]',
    'list',
    '1 arxiv:2401.12345 (implied) arXiv 2401.12345',
  ],
  [
    'a link whose text is no title',
    '- **Attention** [[Paper](https://arxiv.org/abs/2401.12345)] [[code](https://example.org)]',
    'text',
    '1 arxiv:2401.12345 (implied) Attention',
  ],
  [
    'a tab as OneTab lists it',
    'https://arxiv.org/abs/2401.12345 | [2401.12345] A title',
    'text',
    '1 arxiv:2401.12345 (implied) A title',
  ],
  ['such a tab that is no paper', 'https://example.org/ | Example', 'text', '1 noPaper Example'],
  [
    'bookmarks without a head',
    '<DT><A HREF="https://arxiv.org/abs/2401.12345">T</A>',
    'bookmarksHtml',
    '1 arxiv:2401.12345 (implied) T',
  ],
])('%s: recognised by content', async (_, text, format, first) => {
  const { format: found, decoded } = await read(text);
  expect(found).toBe(format);
  expect(outline(decoded)[0]).toBe(first);
});
