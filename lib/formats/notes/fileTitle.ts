import { isLabel, titleIn } from '../titles';

/** What programs put behind a page's name to tell it from others: Notion's number, a browser's "(1)". */
const BEHIND = /(?: [\da-f]{32}| \(\d+\))$/;

/** The title that a note's file is called by, as in Obsidian; undefined if that is not one, as "doe2024" or an id. */
export function titleInName(name = ''): string | undefined {
  const last = name.slice(name.lastIndexOf('/') + 1);
  const title = titleIn(last.replace(/\.(?:md|markdown|txt)$/i, '').replace(BEHIND, ''));
  const isTitle = / |[\p{sc=Han}\p{sc=Hangul}\p{sc=Katakana}]{2}/u.test(title) && !isLabel(title);
  return isTitle ? title : undefined;
}
