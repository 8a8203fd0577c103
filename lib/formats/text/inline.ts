import { textOfEntities } from '../markup';

const IMAGE = /!\[[^\]]*\](?:\([^()]*\)|\[[^\]]*\])/g;
/** A link that shows nothing once its picture is gone. */
const EMPTY_LINK = /\[\s*\]\([^()\s]*\)/g;
const LINK = /\[((?:[^[\]\\]|\\.|\[[^[\]]*\])*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])/g;
const WIKI_LINK = /\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g;
const STARS = /(?<![\p{L}\p{N}\\*])(\*{1,3})(?=[^\s*])(.+?)(?<=[^\s\\])\1(?![\p{L}\p{N}*])/gu;
const UNDERLINES = /(?<![\p{L}\p{N}\\_])(_{1,3})(?=[^\s_])(.+?)(?<=[^\s\\])\1(?![\p{L}\p{N}_])/gu;
const OTHER_MARKS = /(~~|==)(?=\S)(.+?)(?<=\S)\1/g;
const CODE = /(`+)(.+?)\1/g;
const ESCAPE = /\\([!-/:-@[-`{-~])/g;
const SHORTCODE = /(?<![\w:]):[a-z_+-][a-z0-9_+-]*:(?![\w:])/g;

/** What a piece of Markdown or HTML shows, on one line: no pictures, no marks of emphasis, links as their texts. */
export function shownText(markup: string): string {
  const unlinked = markup
    .replace(IMAGE, '')
    .replace(EMPTY_LINK, '')
    .replace(LINK, '$1')
    .replace(WIKI_LINK, '$1')
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/gi, '');
  return textOfEntities(
    unlinked
      .replace(CODE, '$2')
      .replace(STARS, '$2')
      .replace(UNDERLINES, '$2')
      .replace(OTHER_MARKS, '$2')
      .replace(ESCAPE, '$1'),
  )
    .replace(SHORTCODE, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What stands around a title in a list. */
const BEFORE =
  /^(?:[\s\p{Extended_Pictographic}•·|:：,，.。;–—-]|\u200d|\ufe0f|\[\d{1,4}\]\s+|(?:paper|title|标题|题目|论文)\s*[:：]\s*)+/iu;
const BEHIND =
  /(?:[\s\p{Extended_Pictographic}•·|:：,，;–—-]|\u200d|\ufe0f)+$|(?<![.\p{Lu}])[.。]$/u;
const WRAPPED =
  /^(?:"([^"]*)"|“([^“”]*)”|「([^「」]*)」|『([^『』]*)』|《([^《》]*)》|«([^«»]*)»|''(.*)''|\[([^[\]]*)\])$/;

/** A title without quotes, brackets, bullets and punctuation around it. */
export function bareTitle(text: string): string {
  let title = text;
  for (let before = ''; before !== title; ) {
    before = title;
    title = title.replace(BEFORE, '').replace(BEHIND, '').trim();
    const [, ...wrapped] = WRAPPED.exec(title) ?? [];
    title = wrapped.find((inner) => inner !== undefined)?.trim() ?? title;
  }
  return title;
}
