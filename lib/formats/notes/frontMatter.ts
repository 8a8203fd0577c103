import { arxivId, isPaperId, type PaperId } from '../../papers/ids';
import { paperIn } from '../text/mentions';
import { type Properties, type Property, propertiesIn } from './yaml';

/** What stands at a note's beginning about the note, and where the note's text begins. */
export interface FrontMatter {
  properties: Properties;
  /** A heading that stands among it. */
  heading?: string;
  end: number;
}

const BLOCK = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;

/** Hugo's: names, texts and lists in it are written as in YAML but for the sign between them. */
const TOML = /^\+\+\+[ \t]*\n([\s\S]*?)\n\+\+\+[ \t]*(?:\n|$)/;

/** The front matter of a note, or the properties that Logseq, Notion and Readwise write instead; null if there is none. */
export function frontMatterOf(text: string): FrontMatter | null {
  const block = BLOCK.exec(text);
  if (block !== null) return { properties: propertiesIn(block[1] ?? ''), end: block[0].length };
  const toml = TOML.exec(text);
  if (toml !== null) {
    const asYaml = (toml[1] ?? '').replace(/^([\w-]+)\s*=/gm, '$1:');
    return { properties: propertiesIn(asYaml), end: toml[0].length };
  }
  return pagePropertiesIn(text) ?? headedPropertiesIn(text);
}

/** Most lines of properties outside of a front matter. */
const MOST_LINES = 60;

/** Logseq's: lines of "key:: value" at a page's beginning, or in its first block. */
function pagePropertiesIn(text: string): FrontMatter | null {
  const properties = new Map<string, Property>();
  let end = 0;
  for (const line of text.slice(0, 16_000).split('\n').slice(0, MOST_LINES)) {
    const [, name, value] =
      /^(?:[-*] |[ \t]+)?([\p{L}][\p{L}\p{N} _-]{0,40})::(?:[ \t]+(.*)|$)/u.exec(line) ?? [];
    if (name === undefined) break;
    set(properties, name, value ?? '');
    end += line.length + 1;
  }
  return properties.size === 0 ? null : { properties, end: Math.min(end, text.length) };
}

/** A property as Notion writes it under a page's title ("Tags: a, b"), Dataview ("Tags:: a"), or Readwise in a list ("- Author: [[Jane Doe]]"). */
const HEADED =
  /^(?:[-*+] )?(?:\*\*|__)?([\p{L}][\p{L} _-]{1,30}?)(?:\*\*|__)?::?(?:\*\*|__)?[ \t]+(\S.*)$/u;
/** What may stand between a title and its properties: a picture, "## Metadata". */
const BETWEEN = /^(?:\s*|!\[.*|#{2,3} metadata\s*)$/i;

/** Notion's and Readwise's: a heading, and properties under it. One alone is a line of text. */
function headedPropertiesIn(text: string): FrontMatter | null {
  const lines = text.slice(0, 16_000).split('\n').slice(0, MOST_LINES);
  const heading = /^#[ \t]+(.*)$/.exec(lines[0] ?? '')?.[1]?.trim();
  if (heading === undefined) return null;
  const properties = new Map<string, Property>();
  let end = 0;
  let at = 0;
  for (const [index, line] of lines.entries()) {
    at += line.length + 1;
    if (index === 0) continue;
    const [, name, value = ''] = HEADED.exec(line) ?? [];
    if (
      name === undefined &&
      !(BETWEEN.test(line) && (properties.size === 0 || line.trim() !== ''))
    )
      break;
    if (name === undefined) continue;
    set(properties, name, value);
    end = at;
  }
  return properties.size < 2 ? null : { properties, heading, end: Math.min(end, text.length) };
}

function set(properties: Map<string, Property>, name: string, value: string): void {
  const text = value.trim();
  properties.set(name.trim().toLowerCase(), { values: text === '' ? [] : [text], isList: false });
}

/** Properties that name the paper that a note is about, the surest first. */
const OWN = [
  /^id$/,
  /^arxiv/,
  /^eprint/,
  /^doi$/,
  /^(?:url|link|source|uri|href|address|website|web|paper|pdf|permalink|external|链接|来源)(?:[ _-]?(?:url|link|uri))?$/,
  /^(?:paper|article|source|pdf|abs|full|original|document)[ _-]?(?:url|link|uri)$/,
];
/** Those that name other papers, which are not what it is about. */
const OTHERS =
  /relat|cite|cites|citing|reference|see[ _-]?also|supersede|extend|build|based|up$|parent|child|previous|next|prev|similar|compare|follow|depend|contrast|background|link(?:s|ed)|papers/;

/** The paper that a note is about: what its own address or id says, else the one paper that anything else in it names. */
export function paperOf({ properties }: FrontMatter): PaperId | null {
  if (properties.has('references')) return null; // a bibliography in YAML
  for (const own of OWN) {
    for (const [name, property] of properties) {
      const ids = own.test(name) ? idsIn(name, property) : [];
      if (ids.length > 0) return theOnly(ids);
    }
  }
  const others = [...properties].filter(([name]) => !OTHERS.test(name));
  return theOnly(others.flatMap(([name, property]) => idsIn(name, property)));
}

function idsIn(name: string, { values }: Property): PaperId[] {
  return values.flatMap((value) => {
    if (isPaperId(value)) return value;
    return (/^arxiv|^eprint/.test(name) ? arxivId(value) : null) ?? paperIn([value]) ?? [];
  });
}

function theOnly(ids: readonly PaperId[]): PaperId | null {
  const [first, ...others] = new Set(ids);
  return first !== undefined && others.length === 0 ? first : null;
}
