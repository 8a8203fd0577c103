import '../../components/tokens.css';
import '../../components/list/list.css';
import { render } from 'preact';
import { expect, onTestFinished, test } from 'vitest';
import { AnnotationSummary } from '../../components/list/AnnotationSummary';
import { emptyAnnotation } from '../../lib/papers/annotation';
import { unmarked } from '../../lib/papers/excerpt';
import type { ColouredTag } from '../../lib/papers/tagColours';
import { colourTags } from '../../lib/views/tagColours';

const dotOf = (tag: string): CSSStyleDeclaration => {
  const chip = [...document.querySelectorAll('.tag-chip')].find((one) => one.textContent === tag);
  if (chip === undefined) throw new Error(`no chip says ${tag}`);
  return getComputedStyle(chip, '::before');
};

test('a tag shows its colour wherever it stands, in every spelling, and again when it has another', async () => {
  const root = document.body.appendChild(document.createElement('div'));
  onTestFinished(() => root.remove());
  const tags = ['Systems', 'a"]{b', 'plain'];
  render(
    <AnnotationSummary
      annotation={{ ...emptyAnnotation('2026-01-01T00:00:00.000Z'), tags }}
      inParts={unmarked}
      onTag={() => {}}
      onNote={() => {}}
    />,
    root,
  );
  let coloured: ColouredTag[] = [
    { key: 'systems', tag: 'systems', colour: 'red' },
    { key: 'a"]{b', tag: 'a"]{b', colour: 'blue' },
  ];
  let change = (): void => {};
  await colourTags(
    { tagColours: async () => coloured },
    (heard) => {
      change = heard;
    },
    document,
  );
  expect(dotOf('Systems').content).toBe('""');
  expect(dotOf('a"]{b').content).toBe('""');
  expect(dotOf('plain').content).toBe('none');
  const red = dotOf('Systems').backgroundColor;
  coloured = [{ key: 'systems', tag: 'systems', colour: 'green' }];
  change();
  await expect.poll(() => dotOf('a"]{b').content).toBe('none');
  expect(dotOf('Systems').backgroundColor).not.toBe(red);
});
