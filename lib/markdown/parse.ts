import MarkdownIt, { type Token } from 'markdown-it';
import { blocksOf } from './blocks';
import type { Block } from './document';
import { safeAddress } from './safeAddress';

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });
// What is no safe address is no link: its source is shown.
markdown.validateLink = (address) => safeAddress(address) !== null;
// Addresses are linked where they say so ("https://…"): "notes.md" is the name of a file.
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

/** A note as a tree. Any text is a note; HTML in it is text. */
export function parseMarkdown(source: string): Block[] {
  const tokens: Token[] = markdown.parse(source, {});
  return blocksOf(tokens);
}
