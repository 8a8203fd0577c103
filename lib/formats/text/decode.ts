import type { PaperId } from '../../papers/ids';
import type { Found } from '../entries';
import { linesOf } from '../lines';
import { loneId, type Mention, mentionsIn } from './mentions';

/** A line that is nothing but a link, as in a list of links or tasks; OneTab puts the title behind it. */
const LONE_LINK =
  /^\s*(?:[-*+•]|\d{1,6}[.)])?\s*(?:\[[ x]\]\s+)?(?:\[(.*)\]\()?<?(https?:\/\/[^\s<>()|]+)>?\)?\s*(?:\s\|\s(.+))?$/i;

/** An item of a list that begins with a link, whatever is said of it after that. */
const LISTED_LINK =
  /^\s*(?:[-*+•]|\d{1,6}[.)])\s+(?:\[[ x]\]\s+)?[*_]{0,2}(?:\[([^\]]*)\]\()?<?(https?:\/\/[^\s<>()|]+)/i;

/** What links to a paper are called where its title is elsewhere. */
const LABEL =
  /^[\p{P}\p{S}\s]*(?:arxiv|pdf|abs|abstract|paper|preprint|link|here|html|url|source|hf|hugging ?face)[\p{P}\p{S}\s]*$/iu;

/** Finds the papers that any text names, each once, and the links that stand alone on their line or begin an item of a list, and are no papers. */
export async function* findInText(
  chunks: AsyncIterable<string>,
  at: string,
): AsyncGenerator<Found> {
  const untitled = new Map<PaperId, boolean>();
  for await (const lines of linesOf(chunks)) {
    for (const { text, line } of lines) {
      const link = linkOn(text);
      const mentions = mentionsOn(text, at);
      for (const { id, at: index } of mentions) {
        const title = link?.[3] ?? linkText(text, index);
        const isNew = !untitled.has(id);
        // A paper that is named again has nothing new to say but a title.
        if (!isNew && (title === undefined || untitled.get(id) === false)) continue;
        untitled.set(id, title === undefined);
        yield { kind: 'entry', line, entry: { id, title } };
      }
      if (link && mentions.length === 0) {
        const title = link[1] ?? link[3];
        yield { kind: 'entry', line, entry: { id: null, title, address: link[2] } };
      }
    }
  }
}

function linkOn(line: string): RegExpExecArray | null {
  return line.length < 4_000 ? (LONE_LINK.exec(line) ?? LISTED_LINK.exec(line)) : null;
}

function mentionsOn(line: string, at: string): Mention[] {
  const mentions = [...mentionsIn(line, at)];
  const lone = mentions.length === 0 ? loneId(line) : null;
  return lone === null ? mentions : [{ id: lone, at: 0 }];
}

const LONGEST_TITLE = 1_000;

/** The text of the Markdown link whose address begins here. */
function linkText(text: string, address: number): string | undefined {
  const before = text.slice(Math.max(0, address - LONGEST_TITLE), address);
  const end = /\]\(\s?<?$/.exec(before)?.index;
  if (end === undefined) return undefined;
  let depth = 1;
  for (let at = end - 1; at >= 0; at--) {
    if (before[at - 1] === '\\') continue;
    if (before[at] === ']') depth++;
    else if (before[at] === '[' && --depth === 0) {
      const shown = before.slice(at + 1, end).replace(/\\([!-/:-@[-`{-~])/g, '$1');
      // A badge is a picture.
      return LABEL.test(shown) || shown.startsWith('![') ? undefined : shown;
    }
  }
  return undefined;
}
