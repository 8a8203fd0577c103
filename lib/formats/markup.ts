const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

/**
 * The text of a note that a reference manager keeps as HTML, as text: what begins with a tag of a paragraph is taken for
 * one, anything else is text already.
 */
export function textOfHtml(note: string): string {
  if (!/^\s*<(?:p|div|h[1-6]|ul|ol|blockquote|span|strong|em)[\s>]/i.test(note)) return note;
  return note
    .replace(/<\/(?:p|div|h[1-6]|ul|ol|blockquote)>\n?/gi, '\n\n')
    .replace(/<br\s*\/?>\n?|<\/li>\n?/gi, '\n')
    .replace(/<\/?[a-z][^<>]{0,1000}>/gi, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, digits, hex, name) => {
      if (name) return NAMED.get(name.toLowerCase()) ?? whole;
      const code = digits ? Number(digits) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
