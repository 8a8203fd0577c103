import { scripted } from '../maths/scripts';
import { SYMBOLS } from '../maths/symbols';

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['laquo', '«'],
  ['raquo', '»'],
  ['times', '×'],
  ['minus', '−'],
  ['middot', '·'],
  ['deg', '°'],
  ['plusmn', '±'],
  ['micro', 'µ'],
  ['infin', '∞'],
  ['szlig', 'ß'],
  ['aelig', 'æ'],
  ['AElig', 'Æ'],
  ['oslash', 'ø'],
  ['Oslash', 'Ø'],
  ['aring', 'å'],
  ['shy', ''],
  ['thinsp', ' '],
]);

/**
 * The text of a note that a program keeps as HTML, as text: what begins with a tag of a paragraph, or has a marked passage,
 * is taken for one, anything else is text already. A passage becomes a quotation.
 */
export function textOfHtml(note: string): string {
  if (!/^\s*<(?:p|div|h[1-6]|ul|ol|span|strong|em)[\s>]|<\/blockquote>/i.test(note)) return note;
  const text = note
    .replace(
      /(?<!\s)\s*<blockquote(?:\s[^<>]{0,1000})?>(.{0,10000}?)<\/blockquote>\s*/gis,
      (_, passage) => `</p>${quoted(passage)}</p>`,
    )
    .replace(/<\/(?:p|div|h[1-6]|ul|ol|blockquote)>\n?/gi, '\n\n')
    .replace(/<br\s*\/?>\n?|<\/li>\n?/gi, '\n')
    .replace(/<\/?[a-z][^<>]{0,1000}>/gi, '');
  return textOfEntities(text)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A text in which the signs of HTML's entities stand for themselves. */
export function textOfEntities(text: string): string {
  return text.includes('&') ? text.replace(ENTITY, character) : text;
}

const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi;

/** Accents, by what HTML calls them. */
const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['grave', '\u0300'],
  ['acute', '\u0301'],
  ['circ', '\u0302'],
  ['tilde', '\u0303'],
  ['uml', '\u0308'],
  ['ring', '\u030a'],
  ['caron', '\u030c'],
  ['cedil', '\u0327'],
]);

/** The character that an entity stands for, as `ENTITY` finds it; what is none stays. */
function character(whole: string, digits?: string, hex?: string, name?: string): string {
  if (name !== undefined) {
    const [, letter = '', mark = ''] = /^([a-z])([a-z]+)$/i.exec(name) ?? [];
    const accent = ACCENTS.get(mark);
    if (accent !== undefined) return (letter + accent).normalize('NFC');
    return NAMED.get(name) ?? NAMED.get(name.toLowerCase()) ?? GREEK.get(name) ?? whole;
  }
  const code = digits ? Number(digits) : Number.parseInt(hex ?? '', 16);
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000);
  return isCharacter ? String.fromCodePoint(code) : whole;
}

/** HTML has the names of Greek letters from where LaTeX has them. */
const GREEK: ReadonlyMap<string, string> = new Map(
  [...SYMBOLS].filter(([, symbol]) => /^\p{sc=Greek}$/u.test(symbol)),
);

/** Tags that catalogues and programs leave in titles and abstracts: HTML's, JATS's, MathML's. */
const INLINE =
  /<\/?(?:i|b|u|em|strong|sub|sup|inf|sc|scp|span|tt|small|italic|bold|p|br|jats:[a-z-]{1,20}|mml:[a-z]{1,20})(?:\s[^<>]{0,300})?\/?>/gi;
const SCRIPT = /<(sub|sup|inf)>([^<>]{1,50})<\/\1>/gi;

/** A title or an abstract without the markup that is in some: "<i>E. coli</i> &amp; CO<sub>2</sub>" is "E. coli & CO₂". */
export function withoutMarkup(text: string): string {
  if (!/[<&]/.test(text)) return text;
  return text
    .replace(SCRIPT, (whole, tag: string, inside: string) => {
      const script = scripted(tag.toLowerCase() === 'sup' ? '^' : '_', inside);
      return script.isWhole ? script.text : whole;
    })
    .replace(INLINE, (tag) => (/^<\/?(?:jats:)?(?:p|br|title|sec)\b/i.test(tag) ? ' ' : ''))
    .replace(ENTITY, character);
}

function quoted(passage: string): string {
  const text = passage.replace(/<\/p>\s*(?=\S)/gi, '\n\n').trim();
  return text.replace(/^/gm, '&gt; ').replace(/ $/gm, '');
}
