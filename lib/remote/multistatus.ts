/** One entry of a folder's list, as a WebDAV server has it. */
export interface Entry {
  /** The last segment of its address, decoded; empty for the folder itself. */
  name: string;
  /** Undefined where the server does not say. */
  size: number | undefined;
}

/**
 * The entries of an answer to PROPFIND, or null for a text that is not one. There is no DOMParser in a service worker;
 * this reads local names, text, character references and CDATA, in one pass, and leaves everything else alone.
 */
export function readMultistatus(text: string): Entry[] | null {
  const entries: Entry[] = [];
  let isMultistatus = false;
  let [href, size, inside, content] = ['', '', '', ''];
  for (const { kind, value } of tokensOf(text)) {
    if (kind === 'text') {
      if (inside !== '') content += value;
    } else if (kind === 'open') {
      if (value === 'multistatus') isMultistatus = true;
      if (value === 'response') [href, size] = ['', ''];
      inside = value === 'href' || value === 'getcontentlength' ? value : '';
      content = '';
    } else {
      // The first of each counts: a response may have links of its own further down.
      if (inside === value && value === 'href' && href === '') href = content.trim();
      if (inside === value && value === 'getcontentlength' && size === '') size = content.trim();
      if (value === 'response' && href !== '') entries.push(entryOf(href, size));
      inside = '';
    }
  }
  return isMultistatus ? entries : null;
}

function entryOf(href: string, size: string): Entry {
  const path = href.replace(/[?#].*$/, '');
  const segment = path.slice(path.lastIndexOf('/') + 1);
  return { name: decoded(segment), size: /^\d{1,15}$/.test(size) ? Number(size) : undefined };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // a stray "%": not one of our names
  }
}

interface Token {
  kind: 'open' | 'close' | 'text';
  /** Text, or the local name of an element in small letters. */
  value: string;
}

function* tokensOf(text: string): Generator<Token> {
  let at = 0;
  while (at < text.length) {
    const start = text.indexOf('<', at);
    const end = start < 0 ? text.length : start;
    if (end > at) yield { kind: 'text', value: unescaped(text.slice(at, end)) };
    if (start < 0) return;
    if (text.startsWith('<![CDATA[', start)) {
      const close = endOf(text, ']]>', start + 9);
      yield { kind: 'text', value: text.slice(start + 9, close) };
      at = close + 3;
    } else if (text.startsWith('<!--', start)) at = endOf(text, '-->', start + 4) + 3;
    else if (text.startsWith('<?', start)) at = endOf(text, '?>', start + 2) + 2;
    else {
      const close = tagEnd(text, start + 1);
      yield* tagTokens(text.slice(start + 1, close));
      at = close + 1;
    }
  }
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at;
}

/** Where a tag ends; values of attributes may have a ">" in them. */
function tagEnd(text: string, from: number): number {
  let quote = '';
  for (let at = from; at < text.length; at++) {
    const char = text[at] ?? '';
    if (quote === '' && char === '>') return at;
    if (quote === '' && (char === '"' || char === "'")) quote = char;
    else if (char === quote) quote = '';
  }
  return text.length;
}

function* tagTokens(tag: string): Generator<Token> {
  const [, close, name] = /^(\/?)(?:[^\s/>:]{0,100}:)?([^\s/>:]{1,100})/.exec(tag) ?? [];
  if (name === undefined) return;
  const value = name.toLowerCase();
  if (close === '/') yield { kind: 'close', value };
  else {
    yield { kind: 'open', value };
    if (tag.endsWith('/')) yield { kind: 'close', value };
  }
}

const CHARACTERS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi,
    (whole, dec, hex, name) => {
      if (name) return CHARACTERS[name.toLowerCase()] ?? whole;
      const code = dec ? Number(dec) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
