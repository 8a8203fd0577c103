import { isLabel } from '../titles';
import { bareTitle, shownText } from './inline';

/** Stands for a link that is only a label, and for a picture: a title ends there. */
const GAP = '\ufffc';
const IMAGE = /!\[[^\]]*\]\([^()]*\)/g;
const LINK = /\[((?:[^[\]\\]|\\.|\[[^[\]]*\])*)\]\(([^()]*)\)/g;
const ANCHOR = /<a\s[^<>]*>(.*?)<\/a\s*>/gis;
const ADDRESS = /<?https?:\/\/[^\s<>|)\]]+>?/g;

const STRONG = /(\*\*|__)(?=\S)(.+?)(?<=\S)\1(\s*[:：])?|<(b|strong)>(.+?)<\/\4>(\s*[:：])?/gis;
const QUOTED = /["“「『《«]([^"“”「」『』《》«»]{6,300})["”」』》»]|``(.{6,300}?)''/g;

/** The title in a template of a wiki: "{{cite arxiv |title=… |eprint=". */
const TEMPLATE =
  /\{\{\s*(?:cite|citation)\b[^{}]*\|\s*title\s*=\s*([^|{}\n]{3,300}?)\s*(?=\||\}\}|$)/i;

/** What begins an item before its title: bullets, numbers, boxes, dates, marks. */
const MARKS =
  /^(?:[\s>*+•·|\ufffc\p{Extended_Pictographic}-]|\u200d|\ufe0f|\d{1,6}[.)](?=[\s\ufffc])|\(\d{1,4}\)|\[[ x/\d-]{1,4}\]|(?:TODO|DONE)(?=\s)|\(?(?:19|20)\d\d(?:[-/.]\d{1,2}){0,2}\)?(?=[\s:,.|–—-])[:,.]?|<\/?[a-z][^<>]*>|#+)+/iu;
/** What is in brackets before a title, such as where it appeared. */
const BRACKETED = /^[[(【]([^[\]()【】]{1,60})[\])】]\s*[:.–—-]?\s*/;

/** Where a title ends and something else begins: a gap, a bar, a dash, brackets at an end, where and when it appeared. */
const END =
  /\ufffc|\s[|·•]\s|\s(?:[-–—]|--+)\s|\s\[|\s?[(（][^()（）]*[)）](?=\s*(?:$|[.,:;|[\ufffc–—-]))|,\s+(?=[aA]r[xX]iv\b|in\s|(?:19|20)\d\d\b|\p{Lu}{3,}['’ ]?\d{2,4}\b)|(?<!\b(?:vs|e\.g|i\.e|al|etc|cf|Dr|St|No|\p{Lu}))\.(?=\s|$)|(?<=[?!])\s(?=\p{Lu})|[。；]|\s?[([（【]\s*$/u;

/** Words with which remarks begin, and those after which something is missing. */
const REMARK =
  /^(?:i|i['’]m|we|he|she|they|see|check|read|cf|via|e\.?g|also|thanks|thank|hi|hello|dear|todo|note|by|and|or|but|which|who|please|links?|new|updated?|released?|authors?|abstract|code)\b/i;
const UNFINISHED =
  /\b(?:the|a|an|in|of|to|this|that|these|our|their|his|her|its|see|from|by|with|and|or|for|on|at|is|are|was|were|as|paper|original|official|full|latest|following|via|called)$|(?:见|見|来源|來源|出处|参考|參考|链接|地址)$/i;
/** Where something appeared. */
const VENUE =
  /^(?:in:? )?(?:arxiv\b|proc(?:\.|eedings)|advances in|(?:inter)?national conference|journal of|preprint)/i;
/** A line of a bibliography in YAML (Papis, pandoc), which is not a title. */
const FIELD = /^(?:family|given|literal|year|month|day|type|id)\s*:\s/;
const AUTHORS_END = /\bet\.? ?al\b|\band others\b/i;
const NAME =
  /^(?:\p{Lu}[\p{L}.'’-]*\s+){1,3}\p{Lu}[\p{L}.'’-]*$|^\p{Lu}[\p{L}'’-]+$|^(?:\p{Lu}\.\s?){1,3}$/u;

const EASTERN = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu;

/** What stands around a link that is only a label, in its item, row or paragraph. */
export interface Surroundings {
  before: string;
  after: string;
  /** Items and rows are about one thing; a paragraph may say anything. */
  isItem: boolean;
  /** An id that is named is not followed by its title, as a link may be. */
  isLink: boolean;
}

/** What belongs to the id before, and to the one that follows: "v2 [cs.CL], ", "doi:10.48550/". */
const REST_OF_ID = /^(?:v\d{1,2})?[\s,;.)\]}>]*(?:\[[\w.\- ,;]{2,40}\])?[\s,;.)\]}>]*/;
const NAME_OF_ID =
  /[\s,;(]*\b(?:doi|arxiv|e-?print|url|available at)[:\s]*(?:https?:\/\/)?(?:(?:dx\.)?doi\.org\/)?(?:10\.48550\/)?\s*$/i;

/** The title that stands beside a link which is only a label, or beside an id: in bold, in quotes, or as its item begins. */
export function titleBeside({ before, after, isItem, isLink }: Surroundings): string | undefined {
  const said = before.replace(REST_OF_ID, '').replace(NAME_OF_ID, '');
  const begun = titleMarked(said, isItem) ?? beginningOf(said, isItem);
  if (begun !== undefined || !isItem || !isLink || hasWords(said)) return begun;
  const behind = after.replace(/^[\])}>*_\s]+/, '');
  return titleMarked(behind, isItem) ?? beginningOf(behind, isItem);
}

/** The title in a cell of a table. */
export function titleInCell(cell: string): string | undefined {
  return titleMarked(cell, true) ?? beginningOf(cell, true);
}

/** A title in bold or in quotes. In a paragraph only what begins it is one. */
function titleMarked(text: string, isItem: boolean): string | undefined {
  for (const found of text.matchAll(STRONG)) {
    const title = bareTitle(shownText(found[2] ?? found[5] ?? ''));
    const isField = (found[3] ?? found[6]) !== undefined && countWords(title) < 3;
    const isFirst = isItem || !hasWords(text.slice(0, found.index));
    if (isFirst && !isField && isName(title, 1)) return title;
  }
  const template = TEMPLATE.exec(text)?.[1];
  if (template !== undefined) return bareTitle(shownText(template));
  if (!isItem) return undefined;
  for (const [, quoted, tex] of text.matchAll(QUOTED)) {
    const title = bareTitle(shownText(quoted ?? tex ?? ''));
    if (isName(title, 3)) return title;
  }
  return undefined;
}

/** What a text begins with, up to where something else begins; names of authors and places are passed over. */
function beginningOf(text: string, isItem: boolean): string | undefined {
  const line = withGaps(text).split('\n').find(hasWords) ?? '';
  let rest = withoutMarks(shownText(line));
  for (let segment = 0; segment < (isItem ? 3 : 1); segment++) {
    const end = END.exec(rest);
    const title = bareTitle(rest.slice(0, end?.index));
    const behind = end === null ? '' : rest.slice(end.index + end[0].length);
    const isAll = !hasWords(behind);
    if (!isItem) {
      const isLine = isAll && isTitleCase(title) && !/[.,:;!…]\s*$/.test(rest);
      return isLine && isTitle(title, 2) ? title : undefined;
    }
    // "Planner - plans before it acts"
    const isDescribed = end !== null && /[-–—]/.test(end[0]) && /^\p{Ll}/u.test(behind);
    const isOther =
      isAuthors(title, isAll) || isLabel(title) || VENUE.test(title) || FIELD.test(title);
    if (!isOther && isTitle(title, isDescribed ? 1 : isAll ? 2 : 3)) return title;
    if (!isOther && countWords(title) > 2) return undefined;
    rest = withoutMarks(behind);
  }
  return undefined;
}

/** Links that are only labels, pictures and wide spaces leave a gap; other links leave what they show. */
function withGaps(text: string): string {
  return text
    .replace(/(?<=\S)(?: {2,}|\t+|\s*<br\s*\/?>\s*)(?=[^\n])/gi, GAP)
    .replace(IMAGE, GAP)
    .replace(LINK, (_, shown: string) => (isLabel(shownText(shown)) ? GAP : shown))
    .replace(ANCHOR, (_, shown: string) => (isLabel(shownText(shown)) ? GAP : shown))
    .replace(ADDRESS, GAP);
}

function withoutMarks(text: string): string {
  let rest = text;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(MARKS, '');
    const [all = '', inner = ''] = BRACKETED.exec(rest) ?? [];
    if (all !== '' && (isLabel(inner) || /\d/.test(inner))) rest = rest.slice(all.length);
  }
  return rest;
}

/** Whether a text says more than where things are: more than bullets, labels and pictures. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]{2}/u.test(withoutMarks(shownText(withGaps(text))));
}

/** "Jane Doe, John Roe", "Doe et al."; one name is one where more follows. */
function isAuthors(text: string, isAll: boolean): boolean {
  if (AUTHORS_END.test(text)) return true;
  const names = text.replace(/\s+/g, ' ').split(/ ?[,;] ?(?:and |& )?| (?:and|&) /);
  if (names.length === 1)
    return !isAll && NAME.test(text) && (countWords(text) < 3 || /\p{Lu}\./u.test(text));
  return names.every((name) => NAME.test(name)) && names.some((name) => /[\s.]/.test(name));
}

/** Whether a text of so many words can be a title where nothing marks it as one: no label, no remark, no half of a sentence. */
export function isTitle(title: string, fewestWords: number): boolean {
  return (
    !/^\p{Ll}+(?:\s|$)/u.test(title) &&
    isName(title, fewestWords) &&
    ![REMARK, UNFINISHED, VENUE].some((other) => other.test(title))
  );
}

/** Whether a text of so many words can be what a paper is called. */
function isName(title: string, fewestWords: number): boolean {
  return (
    title.length >= 3 &&
    title.length <= 300 &&
    countWords(title) >= fewestWords &&
    /\p{L}{2}/u.test(title) &&
    !isLabel(title)
  );
}

/** Whether half of the longer words begin with a capital, as in titles and seldom in sentences. */
function isTitleCase(text: string): boolean {
  const words = text.match(/(?<![\p{L}\p{M}-])\p{L}{4,}/gu) ?? [];
  const capital = words.filter((word) => !/^\p{Ll}/u.test(word));
  return !/^\p{Ll}/u.test(text) && words.length > 0 && capital.length * 2 >= words.length;
}

/** Words; Chinese, Japanese and Korean texts have about one in two characters. */
function countWords(text: string): number {
  return (text.match(/[^\s]+/g) ?? []).length + Math.floor((text.match(EASTERN) ?? []).length / 2);
}
