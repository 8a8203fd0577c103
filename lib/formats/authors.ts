/** Names joined by "and", each in reading order. "others" at the end stands for nobody. */
export function authorsIn(text: string | undefined): string[] {
  return (text ?? '')
    .split(/\s+and\s+/i)
    .map(inReadingOrder)
    .filter((name) => name !== '' && !/^(?:others|et al\.?)$/i.test(name));
}

const SUFFIX = /^(?:[JS]r\.?|I{2,3}|IV)$/i;

/** "Vaswani, Ashish" as "Ashish Vaswani", "King, Jr., Martin" and "King, Martin, Jr." as "Martin King Jr."; others as they are. */
export function inReadingOrder(name: string): string {
  const parts = name.split(',').map((part) => part.trim());
  const [family = '', second = '', third = ''] = parts;
  if (parts.length === 2 && second !== '') return `${second} ${family}`.trim();
  if (parts.length === 3 && SUFFIX.test(second)) return `${third} ${family} ${second}`.trim();
  if (parts.length === 3 && SUFFIX.test(third)) return `${second} ${family} ${third}`.trim();
  return name.trim();
}
