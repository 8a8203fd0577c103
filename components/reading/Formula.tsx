import { h, type JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { later } from '../../lib/later';
import type { MathElement } from '../../lib/maths/mathml';
import { useLater } from '../useLater';

export interface FormulaProps {
  tex: string;
  isDisplay: boolean;
  /** The same as text. */
  plain: string;
  /** Whether that says all of it. */
  isWhole: boolean;
}

/** A formula: as text where text can say it, else in MathML as soon as what makes it is there. */
export function Formula({ tex, isDisplay, plain, isWhole }: FormulaProps): JSX.Element | string {
  const isText = isWhole && !isDisplay;
  const mathmlOf = useLater(!isText, mathml);
  const element = useMemo(() => mathmlOf?.(tex, isDisplay) ?? null, [mathmlOf, tex, isDisplay]);
  return element === null ? plain : drawn(element);
}

const mathml = later(async () => (await import('../../lib/maths/mathml')).mathmlOf);

function drawn({ tag, attributes, children }: MathElement): JSX.Element {
  const inside = children.map((child) => (typeof child === 'string' ? child : drawn(child)));
  return h(tag, attributes, ...inside);
}
