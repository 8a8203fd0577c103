/** What a property of a note says: one text, or the texts of a list. */
export interface Property {
  values: string[];
  isList: boolean;
}

/** The properties of a note by their names, in lower case. */
export type Properties = ReadonlyMap<string, Property>;

const FIELD = /^["']?([\p{L}_][^:"'{}[\]#]{0,60}?)["']?:(?:[ \t]+(.*))?$/u;
const ITEM = /^\s*-(?:[ \t]+(.*))?$/;
/** "|" keeps the ends of lines, ">" folds them. */
const BLOCK = /^([|>])[-+\d]{0,2}\s*(?:#.*)?$/;
/** Texts in quotes, links, and what is between the commas of a list in brackets. */
const PARTS =
  /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'(?=\s*(?:,|$))|\[\[[^[\]]*\]\]|,|\s+|[^,"[\s]+|["[]/g;

/** Most lines that one list in brackets or one text in quotes goes on over. */
const LONGEST = 1_000;

/**
 * The properties in a front matter: texts and lists of texts in all the ways that programs for notes write them (YAML's
 * blocks, folded lines, lists over several lines, and what is no YAML, such as `[[links]]`). What else YAML has is passed over.
 */
export function propertiesIn(text: string): Properties {
  const lines = text.split('\n');
  const properties = new Map<string, Property>();
  for (let at = 0; at < lines.length; ) {
    const [, name, value = ''] = FIELD.exec(lines[at] ?? '') ?? [];
    at++;
    if (name === undefined) continue;
    const begin = at;
    while (at < lines.length && !FIELD.test(lines[at] ?? '')) at++;
    properties.set(name.trim().toLowerCase(), propertyOf(value.trim(), lines.slice(begin, at)));
  }
  return properties;
}

/** What stands behind a name and on the lines below it. */
function propertyOf(value: string, below: readonly string[]): Property {
  const block = BLOCK.exec(value);
  if (block !== null) return { values: [blockOf(below, block[1] === '>')], isList: false };
  if (/^\[(?!\[)/.test(value)) {
    const list = closedBy(value, below, /\]\s*(?:#[^\]]*)?$/);
    return { values: partsOf(list.replace(/\s#[^"'\]]*$/, '')), isList: true };
  }
  const isOpen = /^"(?:[^"\\]|\\.)*$|^'(?:[^']|'')*$/.test(value);
  if (isOpen) return textOf(closedBy(value, below, value.startsWith('"') ? /"\s*$/ : /'\s*$/));
  const items = value === '' || value.startsWith('#') ? itemsIn(below) : [];
  if (items.length > 0) return { values: items, isList: true };
  // A plain text goes on in lines that are further in.
  const more = below.filter((line) => /^\s+\S/.test(line) && !ITEM.test(line));
  return textOf([value, ...more.map((line) => line.trim())].join(' '));
}

function textOf(text: string): Property {
  const value = scalar(text);
  return { values: value === '' ? [] : [value], isList: false };
}

/** Items of a list, each a text; of one that is an object its name, or given and family name. */
function itemsIn(lines: readonly string[]): string[] {
  const items: string[] = [];
  let person = new Map<string, string>();
  for (const line of lines) {
    const item = ITEM.exec(line)?.[1] ?? (ITEM.test(line) ? '' : undefined);
    const text = (item ?? line).replace(/^(?:-[ \t]+)+/, '').trim();
    const [, name, value] =
      /^(name|full|literal|given|first|family|last)(?:[ _-]?name)?:\s+(.+)$/i.exec(text) ?? [];
    if (name !== undefined && value !== undefined) {
      if (item !== undefined) person = new Map();
      person.set(name.toLowerCase(), scalar(value));
      const whole = nameOf(person);
      if (person.size > 1) items.pop();
      items.push(whole);
    } else if (item !== undefined) {
      const whole = scalar(text.replace(/:$/, ''));
      if (whole !== '') items.push(whole);
    } else if (items.length > 0 && text !== '' && !/^[\w ]+:(?:\s|$)/.test(text)) {
      items[items.length - 1] += ` ${scalar(text)}`;
    }
  }
  return items;
}

function nameOf(person: ReadonlyMap<string, string>): string {
  const first = (...names: string[]): string | undefined =>
    names.map((name) => person.get(name)).find((value) => value !== undefined);
  const whole = first('name', 'full', 'literal');
  return whole ?? [first('given', 'first'), first('family', 'last')].filter(Boolean).join(' ');
}

/** A text that goes on until a line of it ends so. */
function closedBy(value: string, below: readonly string[], end: RegExp): string {
  const lines = [value];
  for (const line of below.slice(0, LONGEST)) {
    if (end.test(lines.at(-1) ?? '')) break;
    lines.push(line.trim());
  }
  return lines.join(' ');
}

function blockOf(lines: readonly string[], isFolded: boolean): string {
  const first = lines.find((line) => line.trim() !== '') ?? '';
  const indent = first.length - first.trimStart().length;
  const text = lines
    .map((line) => line.slice(indent).trimEnd())
    .join('\n')
    .trim();
  return isFolded ? text.replace(/(?<!\n)\n(?!\n)/g, ' ') : text;
}

function partsOf(list: string): string[] {
  const parts = [''];
  for (const [token] of list.replace(/^\[|\]\s*$/g, '').matchAll(PARTS)) {
    if (token === ',') parts.push('');
    else parts[parts.length - 1] += token;
  }
  return parts
    .map((part) => scalar(part.trim().replace(/^\[(?!\[)|(?<!\])\]$/g, '')))
    .filter((part) => part !== '');
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
  // "#tag" is a comment in YAML and a tag to whoever writes it.
  return trimmed.replace(/(?:^|\s)#(?=\s|$).*$/, '').trim();
}
