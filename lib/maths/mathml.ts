import temml from 'temml';

/** An element of a formula in MathML. There is no kind for anything that loads, runs or links. */
export interface MathElement {
  tag: string;
  attributes: Record<string, string>;
  children: (MathElement | string)[];
}

/** Elements of MathML Core; of any other what is in it stays. */
const TAGS = names(
  `math mrow mi mn mo mtext mspace ms mfrac msqrt mroot mstyle mpadded mphantom merror msub msup msubsup munder mover
  munderover mmultiscripts mprescripts mtable mtr mtd`,
);
const ATTRIBUTES = names(
  `accent accentunder columnalign columnspan depth dir display displaystyle fence form height largeop linethickness lspace
  mathvariant maxsize minsize movablelimits rowspan rspace scriptlevel separator stretchy symmetric voffset width`,
);
/** Parts of a formula within each other; what is deeper is left out. */
const DEEPEST = 100;

/** What Temml makes, as far as it is used: its elements, and its texts. */
interface Made {
  type?: string;
  text?: string;
  attributes?: Record<string, unknown>;
  children?: Made[];
}

/** A formula in MathML; null where it is not one that can be read. Nothing in it is trusted: no addresses, no styles. */
export function mathmlOf(tex: string, isDisplay: boolean): MathElement | null {
  try {
    const options = { displayMode: isDisplay, throwOnError: true, trust: false, maxExpand: 200 };
    const made: Made = temml.__renderToMathMLTree(tex, options);
    const [whole] = elementsIn(made, 0);
    if (typeof whole !== 'object' || whole.tag !== 'math') return null;
    if (isDisplay) whole.attributes['display'] = 'block';
    return whole;
  } catch {
    return null; // the caller shows the formula as text
  }
}

function elementsIn(made: Made, depth: number): (MathElement | string)[] {
  if (made.text !== undefined) return [made.text];
  if (depth > DEEPEST) return [];
  const children = (made.children ?? []).flatMap((child) => elementsIn(child, depth + 1));
  const { type, attributes = {} } = made;
  if (type === undefined) return children;
  const kept = Object.entries(attributes).flatMap(([name, value]): [string, string][] =>
    ATTRIBUTES.has(name) && value !== false ? [[name, String(value)]] : [],
  );
  return [{ tag: TAGS.has(type) ? type : 'mrow', attributes: Object.fromEntries(kept), children }];
}

function names(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
