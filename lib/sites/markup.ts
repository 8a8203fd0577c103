import { line } from './values';

/** What MathJax 2 puts beside a formula's source, which it keeps in a script. MathML names its source in `alttext`. */
const TYPESET = '.MathJax, .MathJax_Display, .MathJax_Preview, .MathJax_SVG, .MathJax_CHTML';

/**
 * The text of an element on one line, without parts that are labels or controls. Formulas that MathJax has typeset are
 * their TeX again: its output says each of them twice.
 * @param skip selector of the parts that are left out; none where it is empty
 */
export function textWithout(
  element: Element | null | undefined,
  skip: string,
  most: number,
): string | undefined {
  if (!element) return undefined;
  // What is fine most of the time is read at once: a page has hundreds.
  const isPlain = element.firstElementChild === null;
  return line(isPlain ? element.textContent : pieces(element, skip).join(''), most);
}

function pieces(element: Element, skip: string): string[] {
  return [...element.childNodes].flatMap((node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
    if (!(node instanceof Element)) return [];
    if (node.matches('script')) return texOf(node.getAttribute('type'), node.textContent);
    if (node.matches('math[alttext]')) return `$${node.getAttribute('alttext')}$`;
    if (node.matches(TYPESET) || (skip !== '' && node.matches(skip))) return [];
    return pieces(node, skip);
  });
}

function texOf(type: string | null, source: string): string[] {
  return type?.startsWith('math/tex') ? [`$${source}$`] : [];
}

/** What a `<meta name>` of the page says; the first of that name. */
export function metaOf(document: Document, name: string): string | undefined {
  return metasOf(document, name)[0];
}

/** What all `<meta name>` of that name say, in their order. */
export function metasOf(document: Document, name: string): string[] {
  return [...document.querySelectorAll(`meta[name="${name}"]`)].flatMap(
    (meta) => meta.getAttribute('content') ?? [],
  );
}
