import { EDIT_LIMITS } from '../papers/annotation';
import { cleanTag } from '../papers/tags';

/** Tags in one text: parted by commas or line ends; by semicolons where there is no comma, which no tag of ours has. */
export function tagsIn(text: string | undefined): string[] {
  if (text === undefined) return [];
  return text.split(text.includes(',') ? /[,\n]/ : /[;\n]/);
}

/**
 * The same as other programs write them in a table: parted by bars (Pocket), by semicolons where there is one, by commas
 * that are not in brackets, as a list in brackets and quotes, or as "#words".
 */
export function foreignTagsIn(text = ''): string[] {
  const list = /^\s*\[(.*)\]\s*$/s.exec(text)?.[1];
  if (list !== undefined) {
    const quoted = [...list.matchAll(/"([^"]*)"|'([^']*)'/g)];
    return quoted.length > 0
      ? quoted.map(([, double, single]) => double ?? single ?? '')
      : list.split(',');
  }
  if (text.includes('|')) return text.split('|');
  if (/[;；\n]/.test(text)) return text.split(/[;；\n]/);
  if (/^\s*#[^\s#,]+(?:[\s,]+#[^\s#,]+)*\s*$/.test(text)) return text.split(/[\s,]+/);
  return outsideBrackets(text);
}

/** What commas part that do not stand before a closing bracket; from the end, so that each sign is looked at once. */
function outsideBrackets(text: string): string[] {
  const parts: string[] = [];
  let end = text.length;
  let isWithin = false;
  for (const { 0: sign, index } of [...text.matchAll(/[,，、()[\]]/g)].reverse()) {
    if (!/[,，、]/.test(sign)) isWithin = /[)\]]/.test(sign);
    else if (!isWithin) {
      parts.push(text.slice(index + 1, end));
      end = index;
    }
  }
  return [...parts, text.slice(0, end)].reverse();
}

/** Most characters of a tag that are looked at, some tags' worth. */
const LONGEST = 2_000;

/** A tag, or a path of folders; where it is longer than a tag may be, several: parted between folders, else between words. */
export function fittingTags(text: string): string[] {
  const tag = text.slice(0, LONGEST);
  if (tag.length <= EDIT_LIMITS.tag) return [cleanTag(tag)];
  const names = tag.split('/').flatMap((name) => gathered(name.trim().split(/\s+/), ' '));
  return gathered(names, '/').map(cleanTag);
}

/** Parts joined as long as they fit into a tag; one that does not is cut. */
function gathered(parts: readonly string[], sign: string): string[] {
  const whole: string[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    const joined = `${last}${sign}${part}`;
    if (last !== undefined && joined.length <= EDIT_LIMITS.tag) whole[whole.length - 1] = joined;
    else whole.push(part.slice(0, EDIT_LIMITS.tag));
  }
  return whole;
}
