import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Inline } from '../../../lib/markdown/document';
import { plainText } from '../../../lib/markdown/inlines';
import { parseMarkdown } from '../../../lib/markdown/parse';
import { withTask } from '../../../lib/markdown/tasks';

/** A tree in short: `p[a em[b]]`. */
function short(blocks: readonly Block[]): string {
  return blocks.map(shortBlock).join(' ');
}

function shortBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `${block.isTight ? '' : 'p'}[${shortInlines(block.children)}]`;
    case 'heading':
      return `h${block.level}[${shortInlines(block.children)}]`;
    case 'code':
      return `code[${block.text}]`;
    case 'quote':
      return `quote(${short(block.children)})`;
    case 'list':
      return `${block.start === null ? 'ul' : `ol${block.start}`}(${block.items
        .map(
          ({ task, children }) =>
            (task ? `${task.done ? 'x' : 'o'}${task.line}` : '') + short(children),
        )
        .join(', ')})`;
    case 'table':
      return `table(${[block.head, ...block.rows]
        .map((row) => row.map((cell) => shortInlines(cell.children)).join('|'))
        .join(' / ')})`;
    case 'rule':
      return 'rule';
  }
}

function shortInlines(pieces: readonly Inline[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'text') return piece.text;
      if (piece.kind === 'break') return '⏎';
      if (piece.kind === 'formula')
        return `${piece.isDisplay ? 'formula!' : 'formula'}{${piece.tex}}`;
      if (piece.kind === 'code') return `\`${piece.text}\``;
      const name = piece.kind === 'link' ? piece.address : piece.kind;
      return `${name}{${shortInlines(piece.children)}}`;
    })
    .join('');
}

describe('a note is read as Markdown', () => {
  test.each([
    ['', ''],
    ['one line', 'p[one line]'],
    ['two\nlines', 'p[two⏎lines]'],
    ['*a* **b** ~~c~~ `d`', 'p[emphasis{a} strong{b} struck{c} `d`]'],
    ['_a_ snake_case_name 2*3*4', 'p[emphasis{a} snake_case_name 2emphasis{3}4]'],
    ['$x_i$ and $y_i$', 'p[formula{x_i} and formula{y_i}]'],
    [
      '**a $b*c*d$ e**, $a_1$ * $b_2$ *',
      'p[strong{a formula{b*c*d} e}, formula{a_1} * formula{b_2} *]',
    ],
    ['$$\nE = mc^2\n$$', 'p[formula!{E = mc^2}]'],
    ['`$x$` and \\$x$ cost $5 and $10', 'p[`$x$` and $x$ cost $5 and $10]'],
    [
      '[see $\\alpha$](https://a.org) $[x](https://a.org)$',
      'p[https://a.org/{see formula{\\alpha}} formula{[x](https://a.org)}]',
    ],
    ['# A\n### B\n## C\n# D', 'h1[A] h2[B] h2[C] h1[D]'],
    ['### deep first\n# then top', 'h1[deep first] h1[then top]'],
    ['> a\n>\n> > b', 'quote(p[a] quote(p[b]))'],
    ['- a\n- b\n  - c', 'ul([a], [b] ul([c]))'],
    ['- a\n\n- b', 'ul(p[a], p[b])'],
    ['7. a\n8. b', 'ol7([a], [b])'],
    ['- [ ] a\n- [x] b\n- [X] c\n- [] d\n- [ ]', 'ul(o0[a], x1[b], x2[c], [[] d], [[ ]])'],
    ['```js\n<b>1</b>\n```\n\n    indented', 'code[<b>1</b>] code[indented]'],
    ['a | b\n--|:-:\n1 | *2*', 'table(a|b / 1|emphasis{2})'],
    ['a\n\n---', 'p[a] rule'],
    ['日本語の*メモ*です', 'p[日本語のemphasis{メモ}です]'],
  ])('%j', (source, expected) => expect(short(parseMarkdown(source))).toBe(expected));
});

describe('links', () => {
  test.each([
    ['[a](https://e.com/b)', 'p[https://e.com/b{a}]'],
    ['[a](HTTP://E.com "title")', 'p[http://e.com/{a}]'],
    ['<https://e.com>', 'p[https://e.com/{https://e.com}]'],
    ['<me@e.com>', 'p[mailto:me@e.com{me@e.com}]'],
    ['see https://e.com/x_y_z.', 'p[see https://e.com/x_y_z{https://e.com/x_y_z}.]'],
    ['[a][r]\n\n[r]: https://e.com', 'p[https://e.com/{a}]'],
    ['notes.md and e.com', 'p[notes.md and e.com]'],
    ['![a plot](https://e.com/p.png)', 'p[https://e.com/p.png{a plot}]'],
    ['![](https://e.com/p.png)', 'p[https://e.com/p.png{https://e.com/p.png}]'],
    ['[![a](https://e.com/p.png)](https://e.com)', 'p[https://e.com/{a}]'],
    ['[a](/relative) [b](#here) [c](x.md)', 'p[[a](/relative) [b](#here) [c](x.md)]'],
    ['[a](javascript:alert(1))', 'p[[a](javascript:alert(1))]'],
    ['![a](data:image/png;base64,AA==)', 'p[![a](data:image/png;base64,AA==)]'],
    ['//e.com', 'p[//e.com]'],
    ['ftp://e.com', 'p[ftp://e.com]'],
  ])('%j', (source, expected) => expect(short(parseMarkdown(source))).toBe(expected));
});

test('HTML in a note is text, to the letter', () => {
  const source = '<b onclick="x">a</b> <!-- c --> &lt;i&gt;';
  const [block] = parseMarkdown(source);
  expect(block?.kind === 'paragraph' && plainText(block.children)).toBe(
    '<b onclick="x">a</b> <!-- c --> <i>',
  );
});

describe('a task is ticked in the source', () => {
  const source = 'Read:\n\n- [ ] one\n- [x] two\n  1. [ ] three\n> - [ ] four';
  test.each([
    [2, true, '- [x] one'],
    [3, false, '- [ ] two'],
    [4, true, '  1. [x] three'],
    [5, true, '> - [x] four'],
  ])('in line %d', (line, done, expected) => {
    const next = withTask(source, line, done);
    expect(next.split('\n')[line]).toBe(expected);
    expect(withTask(next, line, !done)).toBe(source);
  });

  test('and nowhere else', () => {
    expect(withTask(source, 0, true)).toBe(source);
    expect(withTask(source, 99, true)).toBe(source);
  });

  test('each that is read is found again', () => {
    const tasks = (blocks: readonly Block[]): { done: boolean; line: number }[] =>
      blocks.flatMap((block) => {
        if (block.kind === 'quote') return tasks(block.children);
        if (block.kind !== 'list') return [];
        return block.items.flatMap(({ task, children }) => [
          ...(task ? [task] : []),
          ...tasks(children),
        ]);
      });
    const piece = fc.constantFrom(
      '- ',
      '* ',
      '1. ',
      '> ',
      '  ',
      '[ ] a',
      '[x] b',
      '\n',
      'c',
      '\n\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        for (const { done, line } of tasks(parseMarkdown(text))) {
          expect(withTask(text, line, !done)).not.toBe(text);
        }
      }),
    );
  });
});

test('no text makes it throw', { timeout: 20_000 }, () => {
  const piece = fc.constantFrom(
    '*',
    '_',
    '[',
    ']',
    '(',
    ')',
    '`',
    '<',
    '>',
    '!',
    '#',
    '|',
    '-',
    '~',
    '\\',
    '\n',
    ' ',
    'a',
    'http://',
    '&lt;',
    '\u0000',
    '😀',
    '\ud800',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
      parseMarkdown(pieces.join(''));
    }),
  );
});

// That none takes long is tested with all else that reads texts: test/unit/growth.
test('a note that takes more to read than its length is worth is shown as it was typed', () => {
  const costly = '>>\n--\n'.repeat(10_000);
  expect(parseMarkdown(costly)).toEqual([{ kind: 'code', text: costly }]);
  const quotes = '> > - 1. **a** [b](https://c.de)\n'.repeat(1_000);
  expect(parseMarkdown(quotes)).not.toEqual([{ kind: 'code', text: quotes }]);
});

test('thousands of marks within each other make no tree that nobody can walk', () => {
  const text = `${'*a '.repeat(20_000)}b${'* '.repeat(20_000)}`;
  const depth = (pieces: Inline[]): number =>
    1 + Math.max(0, ...pieces.map((piece) => ('children' in piece ? depth(piece.children) : 0)));
  const [paragraph] = parseMarkdown(text);
  expect(paragraph?.kind === 'paragraph' && depth(paragraph.children)).toBeLessThan(100);
});
