/** Elements that draw a ring while one has the focus: itself, what it stands in, and what stands for it. */
export function ringsAround(focused: Element): string[] {
  const rings: string[] = [];
  for (let at: Element | null = focused; at !== null; at = at.parentElement) {
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    if (outlineStyle !== 'none' && outlineWidth !== '0px') rings.push(at.className || at.localName);
  }
  return rings;
}
