type Sides = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/** Controls of a page that lie over one another, though neither is in the other. Runs in the page. */
export function overlaps(): string[] {
  const controls = [
    ...document.querySelectorAll('button, a[href], input, select, textarea, summary'),
  ].filter((control) => {
    const { width, height } = control.getBoundingClientRect();
    const isSeen = control.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    return isSeen && width > 2 && height > 2 && layerOf(control) === topLayer();
  });
  const found: string[] = [];
  for (const [at, one] of controls.entries()) {
    for (const other of controls.slice(at + 1)) {
      if (one.contains(other) || other.contains(one)) continue;
      // What scrolls below a bar that stays is not beside it.
      if (barOf(one) !== barOf(other)) continue;
      if (meet(shownOf(one), shownOf(other))) {
        found.push(`${saidBy(one)} and ${saidBy(other)}`);
      }
    }
  }
  return found;

  /** What is scrolled out of the box that it scrolls in lies over nothing. */
  function shownOf(control: Element): Sides {
    const { left, right, top, bottom } = control.getBoundingClientRect();
    const shown = { left, right, top, bottom };
    for (let box = control.parentElement; box !== null; box = box.parentElement) {
      if (!/auto|scroll|hidden/.test(getComputedStyle(box).overflowY)) continue;
      const around = box.getBoundingClientRect();
      shown.top = Math.max(shown.top, around.top);
      shown.bottom = Math.min(shown.bottom, around.bottom);
    }
    return shown;
  }

  function meet(a: Sides, b: Sides): boolean {
    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return across > 2 && down > 2;
  }

  /** A link over a whole row, with the row's other controls on it, is meant so. */
  function barOf(from: Element): Element | null {
    for (let box: Element | null = from; box !== null; box = box.parentElement) {
      if (/sticky|fixed|absolute/.test(getComputedStyle(box).position)) return box;
    }
    return null;
  }

  function layerOf(from: Element): Element | null {
    return from.closest('dialog[open], [popover]');
  }

  function topLayer(): Element | null {
    return document.querySelector('dialog[open], [popover]:popover-open');
  }

  function saidBy(control: Element): string {
    const name = control.getAttribute('aria-label') ?? control.textContent ?? '';
    return `${control.tagName.toLowerCase()}.${control.className} "${name.slice(0, 30)}"`;
  }
}
