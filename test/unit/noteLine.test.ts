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
  ['an *important* and _subtle_ point', 'an important and subtle point'],
  ['***both***, **a *nested* one**', 'both, a nested one'],
  ['f(*args, **kwargs) and snake_case_name', 'f(*args, **kwargs) and snake_case_name'],
  [String.raw`2 \* 3 = \*6\*, 50\%`.replaceAll('\\\\', '\\'), '2 * 3 = *6*, 50%'],
  ['Run:\n```sh\nmake all\n```\nthen wait', 'Run:\nmake all\nthen wait'],
  ['One\n\n---\n\ntwo', 'One\ntwo'],
  ['| a | b |\n|---|:-:|\n| 1 | 2 |', '| a | b |\n| 1 | 2 |'],
  ['**half', '**half'],
  ['', ''],
])('a note is shown in a list without the signs of its Markdown: %j', (note, line) => {
  expect(inOneLine(note)).toBe(line);
});
