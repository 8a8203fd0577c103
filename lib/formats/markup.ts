const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

/**
 * The text of a note that a program keeps as HTML, as text: what begins with a tag of a paragraph, or has a marked passage,
 * is taken for one, anything else is text already. A passage becomes a quotation.
 */
export function textOfHtml(note: string): string {
  if (!/^\s*<(?:p|div|h[1-6]|ul|ol|span|strong|em)[\s>]|<\/blockquote>/i.test(note)) return note;
  return note
    .replace(
      /\s*<blockquote(?:\s[^<>]{0,1000})?>(.*?)<\/blockquote>\s*/gis,
      (_, passage) => `</p>${quoted(passage)}</p>`,
    )
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

function quoted(passage: string): string {
  const text = passage.replace(/<\/p>\s*(?=\S)/gi, '\n\n').trim();
  return text.replace(/^/gm, '&gt; ').replace(/ $/gm, '');
}
