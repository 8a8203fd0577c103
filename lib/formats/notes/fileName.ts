import { normal } from '../../papers/normal';

// What Windows, macOS, Linux, Android or a link in Obsidian cannot have in a name, and marks that turn text around.
const UNSAFE = /[<>:"/\\|?*#^[\]%\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;
/** Names that Windows keeps for devices, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const LIMITS = { characters: 100, bytes: 180 };

/** Gives each note a file name from its title, once; a name that is taken gets the paper's id. */
export function fileNames(): (title: string, id: string) => string {
  const taken = new Set<string>();
  const free = (name: string): boolean => {
    // Most systems take names for one that differ in case or in the form of an accent.
    const key = name.normalize('NFKC').toUpperCase().toLowerCase();
    return !taken.has(key) && taken.add(key).size > 0;
  };
  return (title, id) => {
    const name = safeName(title);
    const bare = id.slice(id.indexOf(':') + 1).replace(/[^\w.-]/g, '-');
    if (name !== '' && free(name)) return `${name}.md`;
    let withId = name === '' ? bare : `${name} (${bare})`;
    while (!free(withId)) withId += '_';
    return `${withId}.md`;
  };
}

/** A title as a file name that every system takes; empty if nothing of it is left. */
function safeName(title: string): string {
  const clean = normal(title, 'NFC').replace(UNSAFE, ' ').replace(/\s+/g, ' ');
  const name = cut(clean.trim()).replace(/^[. -]+|[. ]+$/g, '');
  return RESERVED.test(name) ? `_${name}` : name;
}

const encoder = new TextEncoder();
const segmenter = new Intl.Segmenter('en');

function cut(name: string): string {
  let [kept, bytes, characters] = ['', 0, 0];
  for (const { segment } of segmenter.segment(name)) {
    bytes += encoder.encode(segment).length;
    if (bytes > LIMITS.bytes || ++characters > LIMITS.characters) break;
    kept += segment;
  }
  return kept;
}
