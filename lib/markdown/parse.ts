import MarkdownIt from 'markdown-it';
import { blocksOf } from './blocks';
import type { Block } from './document';
import { readFormulas } from './formulas';
import { safeAddress } from './safeAddress';

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });
readFormulas(markdown);
// An unsafe address does not become a link: its source is shown.
markdown.validateLink = (address) => safeAddress(address) !== null;
// Addresses are linked where they say so ("https://…"): "notes.md" is the name of a file.
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

/** How often rules are tried for each character of a note; writing needs less than two. */
const TRIES = 10;

class TooCostly extends Error {}

let triesLeft = 0;

/** A rule that fits nothing and counts: it is tried first, wherever any rule is. */
function count(): false {
  triesLeft -= 1;
  if (triesLeft < 0) throw new TooCostly();
  return false;
}
markdown.block.ruler.before('table', 'count', count, {
  alt: ['paragraph', 'reference', 'blockquote', 'list'],
});
markdown.inline.ruler.before('text', 'count', count);

/**
 * A note as a tree. Any text is a note; HTML in it is text. Where reading it takes more than its length is worth, as
 * quotes in quotes that end again and again do, it is shown as it was typed.
 */
export function parseMarkdown(source: string): Block[] {
  triesLeft = 1_000 + TRIES * source.length;
  try {
    return blocksOf(markdown.parse(source, {}));
  } catch (error) {
    if (!(error instanceof TooCostly)) throw error;
    return [{ kind: 'code', text: source }];
  }
}
