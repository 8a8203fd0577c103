// Plain DOM, since a page may have a thousand of them (docs/decisions/0003).

/** As `components/Icon.tsx` renders it. */
export function icon(document: Document, picture: string): Element {
  const shape = (name: string) => document.createElementNS('http://www.w3.org/2000/svg', name);
  return dressed(
    shape('svg'),
    { class: 'icon', viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    dressed(shape('path'), { d: picture }),
  );
}

/** An element of ours, plain or with content. */
export function made(
  document: Document,
  name: 'button' | 'div' | 'span',
  attributes: Record<string, string>,
  ...content: Element[]
): HTMLElement {
  return dressed(document.createElement(name), attributes, ...content);
}

function dressed<T extends Element>(
  element: T,
  attributes: Record<string, string>,
  ...content: Element[]
): T {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
}
