/** Texts of a page that are cut off, or larger than the box around them. Runs in the page. */
export function cutTexts(): string[] {
  const found = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.nodeValue?.trim() ?? '';
    const parent = node.parentElement;
    if (text === '' || parent === null || !parent.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      const how = cutBy(parent, rect);
      if (how !== null) found.add(`${text.slice(0, 40)}: ${how}`);
    }
  }
  return [...found];

  function cutBy(from: Element, rect: DOMRect): string | null {
    if (rect.width < 2 || rect.height < 2) return null;
    for (let box: Element | null = from; box !== null; box = box.parentElement) {
      const style = getComputedStyle(box);
      const around = box.getBoundingClientRect();
      if (around.width <= 1 || around.height <= 1 || style.clipPath !== 'none') return null; // for screen readers
      const isEllipsis = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
      if (isEllipsis) return null;
      const scrolls = /auto|scroll/.test(style.overflowX + style.overflowY);
      if (scrolls) return null;
      const clips = /hidden|clip/.test(style.overflowX + style.overflowY);
      const isBox =
        clips || style.borderTopWidth !== '0px' || box.matches('button, [role], a, input, label');
      if (style.display === 'inline' || !isBox) continue;
      const by = [
        around.left - rect.left,
        rect.right - around.right,
        around.top - rect.top,
        rect.bottom - around.bottom,
      ];
      const most = Math.max(...by);
      if (most > 3)
        return `${Math.round(most)} px beyond ${box.tagName.toLowerCase()}.${box.className}`;
    }
    return rect.right > innerWidth + 1 ? `beyond the page` : null;
  }
}
