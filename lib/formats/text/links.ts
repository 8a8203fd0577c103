/** A link in a text: what it shows, and from where to where all of it stands. */
export interface ShownLink {
  shown: string;
  begin: number;
  end: number;
}

/** Most characters of a link's text. */
const LONGEST = 1_000;

/** A way of writing links whose text comes after the address, or before. */
interface Form {
  /** What is right before the address. */
  before: RegExp;
  /** What is right behind it; its first group is the text, unless `before` has one. */
  after: RegExp;
}

const FORMS: readonly Form[] = [
  // HTML: <a href="…">Text</a>
  { before: /<a\s[^<>]*href\s*=\s*["']?$/i, after: /^[^<>]*>(.*?)<\/a\s*>/is },
  // Org: [[…][Text]]
  { before: /\[\[$/, after: /^[^[\]]*\]\[(.*?)\]\]/s },
  // Wikis: [[…|Text]]
  { before: /\[\[$/, after: /^[^[\]|]*\|(.*?)\]\]/s },
  // Jira: [Text|…], and wikis that turn it around: [[Text|…]], [[Text->…]]
  { before: /\[\[?([^[\]|]+)(?:\||->)$/, after: /^[^[\]]*\]\]?/ },
  // MediaWiki: [… Text]
  { before: /(?<!\[)\[$/, after: /^[^\s[\]()]*\s+([^[\]]*(?:\[[^[\]]*\][^[\]]*)*)\]/ },
  // reStructuredText: `Text <…>`_
  { before: /`([^`<]*?)\s*<$/, after: /^[^<>]*>`/ },
  // LaTeX: \href{…}{Text}
  { before: /\\href\s*\{$/, after: /^[^{}]*\}\s*\{((?:[^{}\\]|\\.|\{[^{}]*\})*)\}/s },
  // Typst: #link("…")[Text]
  { before: /#link\("$/, after: /^[^"]*"\)\[((?:[^[\]]|\[[^[\]]*\])*)\]/ },
  // Slack: <…|Text>
  { before: /<$/, after: /^[^<>|]*\|([^<>]*)>/ },
  // BBCode: [url=…]Text[/url]
  { before: /\[url="?$/i, after: /^[^[\]]*\](.*?)\[\/url\]/is },
  // Textile: "Text":…
  { before: /"([^"]+)":$/, after: /^/ },
  // AsciiDoc: …[Text]
  { before: /(?:^|[\s:(])(?:link:)?$/, after: /^[^\s[\]()]*\[((?:[^[\]]|\[[^[\]]*\])*)\]/ },
  // Gemini: => … Text
  { before: /^=>\s*$/, after: /^\S*\s+(.+)$/ },
];

/** The link, in any of the ways that people write them, whose address begins at `begin` and ends before `end`; null if there is none. */
export function linkAt(text: string, begin: number, end: number): ShownLink | null {
  const from = Math.max(0, begin - LONGEST);
  const before = text.slice(from, begin);
  const markdown = markdownLink(before, text, end);
  if (markdown !== null) return { ...markdown, begin: from + markdown.begin };
  const after = text.slice(end, end + LONGEST);
  for (const form of FORMS) {
    const left = form.before.exec(before);
    const right = left && form.after.exec(after);
    if (!left || !right) continue;
    const shown = left[1] ?? right[1] ?? '';
    return { shown, begin: from + left.index, end: end + right[0].length };
  }
  return null;
}

/** Markdown's "[Text](…)", whose text may have brackets in pairs. */
function markdownLink(before: string, text: string, addressEnd: number): ShownLink | null {
  const end = /\]\(\s?<?$/.exec(before)?.index;
  if (end === undefined) return null;
  const behind =
    /^[^()\s]*(?:\s+["'(][^)]*)?\)/.exec(text.slice(addressEnd, addressEnd + LONGEST))?.[0] ?? '';
  let depth = 1;
  for (let at = end - 1; at >= 0; at--) {
    if (before[at - 1] === '\\') continue;
    if (before[at] === ']') depth++;
    else if (before[at] === '[' && --depth === 0) {
      return { shown: before.slice(at + 1, end), begin: at, end: addressEnd + behind.length };
    }
  }
  return null;
}
