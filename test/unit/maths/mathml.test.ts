import { expect, test } from 'vitest';
import { type MathElement, mathmlOf } from '../../../lib/maths/mathml';

/** A formula as a short text: elements by name, attributes left out. */
function short(element: MathElement | string): string {
  if (typeof element === 'string') return element;
  const inside = element.children.map(short).join(' ');
  return `${element.tag}(${inside})`;
}

function every(element: MathElement): MathElement[] {
  return [
    element,
    ...element.children.flatMap((child) => (typeof child === 'string' ? [] : every(child))),
  ];
}

test('a formula is a tree of MathML', () => {
  const made = mathmlOf('\\frac{a}{b_0}', false);
  expect(made && short(made)).toBe('math(mfrac(mi(a) msub(mi(b) mn(0))))');
  expect(mathmlOf('x', true)?.attributes['display']).toBe('block');
});

test('what is not a formula is none', () => {
  for (const tex of ['\\frac{a', '\\unknown{x}', '}', '\\begin{x}'])
    expect(mathmlOf(tex, false)).toBe(null);
});

test.each([
  String.raw`\href{javascript:alert(1)}{x}`,
  String.raw`\includegraphics{https://example.com/x.png}`,
  String.raw`\class{evil}{x} \style{background:url(https://example.com)}{x} \id{top}{x}`,
  String.raw`\color{red}{x} \text{<img src=x onerror=alert(1)>} \boxed{x}`,
  String.raw`\def\a{\a\a}\a`,
  String.raw`\message{hello} \mathchoice{a}{b}{c}{d}`,
  `${'{'.repeat(400)}x${'}'.repeat(400)}`,
  `${'\\sqrt{'.repeat(150)}x${'}'.repeat(150)}`,
])('nothing in a formula loads, links or styles: %s', (tex) => {
  const made = mathmlOf(tex, false);
  for (const { tag, attributes } of made === null ? [] : every(made)) {
    expect(tag).toMatch(/^m[a-z]+$/);
    for (const name of Object.keys(attributes)) {
      expect(name).not.toMatch(/^on|href|src|^style|class|^id$/);
    }
  }
});
