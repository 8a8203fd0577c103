/** What can be pressed on any page. */
const TARGETS =
  'a[href], button, input, select, textarea, label, summary, [role=button], [tabindex]';

/** What can be pressed in a part of a page, and the part itself. */
export function targetsIn(part: Element): Element[] {
  const within = [...part.querySelectorAll(TARGETS)];
  return part.matches(TARGETS) ? [part, ...within] : within;
}

/** What is pressed where an element is; null where that does nothing. */
export function targetAt(element: Element): Element | null {
  return element.closest(TARGETS);
}
