import { expect, test } from 'vitest';
import { inOneLine } from '../../lib/papers/noteLine';

test.each([
  ['Compare its **baselines** with ours.', 'Compare its baselines with ours.'],
  ['# Why\n\nIt is short.', 'Why\nIt is short.'],
  ['To do:\n- [ ] read it\n- [x] run `make`', 'To do:\n· read it\n· run make'],
  ['> quoted\n* one\n+ two', 'quoted\n· one\n· two'],
  ['see [the code](https://example.com/a_b) and ![](x.png)', 'see the code and '],
  ['~~gone~~ 2 ** 3 ** 4, a_b_c, x*y*z', 'gone 2 ** 3 ** 4, a_b_c, x*y*z'],
  ['-1 is less than 0', '-1 is less than 0'],
  ['#tag and $\\pi_0$', '#tag and $\\pi_0$'],
  ['**half', '**half'],
  ['', ''],
])('a note is shown in a list without the signs of its Markdown: %j', (note, line) => {
  expect(inOneLine(note)).toBe(line);
});
