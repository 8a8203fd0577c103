/** How files say what they are encoded in; the name is the first group. Where several do, the first of them counts. */
const DECLARATIONS: readonly RegExp[] = [
  // JabRef: "% Encoding: GBK"; editors: "% !TeX encoding = latin1", "-*- coding: utf-8 -*-", "vim: fileencoding=koi8-r".
  /^%+[ \t]*!?(?:tex )?(?:file)?encoding[ \t]*[:=][ \t]*([\w.:-]+)/im,
  /\b(?:file)?(?:en)?coding[:=][ \t]*([\w.:-]+)/i,
  // BibDesk: "%% Saved with string encoding Western (ISO Latin 1)"
  /^%+[ \t]*saved with string encoding[^(\n]{0,60}\(([^)\n]{1,40})\)/im,
  /<\?xml\s[^>]{0,200}encoding\s*=\s*["']([\w.:-]+)["']/i,
  /<meta\s[^>]{0,300}charset\s*=\s*["']?\s*([\w.:-]+)/i,
  /\\usepackage\s*\[([\w-]+)(?:,[^\]]{0,100})?\]\s*\{inputenc\}/i,
  /\\inputencoding\s*\{([\w-]+)\}/i,
];

/** What LaTeX, Java, Python and macOS call encodings that `TextDecoder` knows by another name. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['latin9', 'iso-8859-15'],
  ['latin10', 'iso-8859-16'],
  ['ansinew', 'windows-1252'],
  ['ansi', 'windows-1252'],
  ['windows latin 1', 'windows-1252'],
  ['windows latin 2', 'windows-1250'],
  ['iso latin 1', 'iso-8859-1'],
  ['iso latin 2', 'iso-8859-2'],
  ['iso latin 9', 'iso-8859-15'],
  ['applemac', 'macintosh'],
  ['macroman', 'macintosh'],
  ['mac os roman', 'macintosh'],
  ['cp932', 'windows-31j'],
  ['ms936', 'gbk'],
  ['cp936', 'gbk'],
  ['cp949', 'euc-kr'],
  ['ms949', 'euc-kr'],
  ['cp950', 'big5'],
  ['ms950', 'big5'],
  ['shift jis', 'shift_jis'],
  ['sjis-win', 'windows-31j'],
  ['eucjp', 'euc-jp'],
  ['euckr', 'euc-kr'],
  ['euccn', 'gbk'],
  ['euc-cn', 'gbk'],
]);

/** The encoding that a file which begins so says it has, by the name that `TextDecoder` has for it; null if it says none. */
export function declaredEncoding(beginning: Uint8Array): string | null {
  // Whatever it is, what declares it is ASCII.
  const text = new TextDecoder('latin1').decode(beginning);
  for (const declaration of DECLARATIONS) {
    const name = declaration.exec(text)?.[1];
    const known = name === undefined ? null : knownName(name);
    if (known !== null) return known;
  }
  return null;
}

function knownName(name: string): string | null {
  const lower = name.toLowerCase().trim();
  const names = [lower, lower.replaceAll('_', '-'), lower.replaceAll(/[_ -]/g, '')];
  for (const one of names.map((name) => OTHER_NAMES.get(name) ?? name)) {
    try {
      return new TextDecoder(one).encoding;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error; // that is how it says that it knows none of that name
    }
  }
  return null;
}
