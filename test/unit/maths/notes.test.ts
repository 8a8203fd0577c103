import { expect, test } from 'vitest';
import { plainFormulas } from '../../../lib/maths/notes';

test.each([
  [String.raw`see $\pi_0$ and $x^2$`, 'see π₀ and x²'],
  [`$$x^2$$ is **all**`, 'x² is **all**'],
  ['it cost $5 and then $10', 'it cost $5 and then $10'],
  [String.raw`\$x\$ and $y_1$`, String.raw`\$x\$ and y₁`],
  ['in `$HOME/$x_1$` and ``a ` $x_1$``, not $x_1$', 'in `$HOME/$x_1$` and ``a ` $x_1$``, not x₁'],
  ['a ` alone, then $x_1$', 'a ` alone, then x₁'],
  ['--help ~60% file_name', '--help ~60% file_name'],
  ['', ''],
])(
  'a note is read like the reading pane reads it, and nothing but its formulas: %j',
  (note, plain) => {
    expect(plainFormulas(note)).toBe(plain);
  },
);

test('a note of nothing but signs is read in time in proportion to its length', () => {
  for (const sign of ['$', '`', '\\', '$x', '`$', '$ ` ']) {
    const note = sign.repeat(20_000);
    expect(plainFormulas(note).length).toBeGreaterThan(0);
  }
});
