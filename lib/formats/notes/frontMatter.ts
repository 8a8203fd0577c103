import { arxivId, isPaperId, type PaperId } from '../../papers/ids';
import { paperIn } from '../text/mentions';

/** What stands between the lines of hyphens at a note's beginning, and where the note's text begins. */
export interface FrontMatter {
  fields: ReadonlyMap<string, string[]>;
  end: number;
}

const BLOCK = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/;
const FIELD = /^([A-Za-z][\w -]{0,60}):(?:[ \t]+(.*))?$/;
const ITEM = /^\s*-[ \t]+(.*)$/;
const PARTS = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,[\]"']+/g;

/**
 * The front matter of a note: texts and lists of texts, as programs for notes write them; what is more in YAML is passed
 * over. Null if there is none. Names are in lower case.
 */
export function frontMatterOf(text: string): FrontMatter | null {
  const block = BLOCK.exec(text);
  if (block === null) return null;
  const fields = new Map<string, string[]>();
  let values: string[] = [];
  for (const line of (block[1] ?? '').split('\n')) {
    const [, name, value = ''] = FIELD.exec(line) ?? [];
    if (name !== undefined) {
      values = valuesIn(value.trim());
      fields.set(name.toLowerCase(), values);
    } else {
      const item = ITEM.exec(line)?.[1];
      if (item !== undefined) values.push(scalar(item));
    }
  }
  return { fields, end: block[0].length };
}

/** The one paper that a front matter names; null if it names none or, as a bibliography does, several. */
export function paperOf({ fields }: FrontMatter): PaperId | null {
  if (fields.has('references')) return null;
  const named = [...fields].flatMap(([name, values]) =>
    values.map((value) => {
      if (isPaperId(value)) return value;
      return (/^arxiv/.test(name) ? arxivId(value) : null) ?? paperIn([value]);
    }),
  );
  const ids = new Set(named.filter((id) => id !== null));
  const [only] = ids;
  return ids.size === 1 && only !== undefined ? only : null;
}

function valuesIn(value: string): string[] {
  if (value === '') return [];
  if (!/^\[[^[].*\]$/.test(value)) return [scalar(value)];
  return [...value.matchAll(PARTS)].map(([part]) => scalar(part)).filter((part) => part !== '');
}

/** A text in double quotes is JSON's, in single ones has them doubled; a comment may follow. */
function scalar(text: string): string {
  const trimmed = text.trim();
  const [double] = /^"(?:[^"\\]|\\.)*"/.exec(trimmed) ?? [];
  if (double !== undefined) {
    try {
      return String(JSON.parse(double));
    } catch {
      return double.slice(1, -1); // YAML has escapes that JSON has not
    }
  }
  const single = /^'((?:[^']|'')*)'/.exec(trimmed)?.[1];
  if (single !== undefined) return single.replaceAll("''", "'");
  return trimmed.replace(/\s#.*$/, '').trim();
}
