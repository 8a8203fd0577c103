import type { PaperId } from '../../papers/ids';
import { hasWords, titleBeside } from './beside';
import { type Block, Blocks, headingOf, keep } from './blocks';
import { bareTitle, shownText } from './inline';
import { linkAt, type ShownLink } from './links';
import { titleOf } from './linkTitle';
import { idList, loneId, type Mention, mentionsIn } from './mentions';
import { References } from './references';
import { type Placed, Section } from './section';
import { Tables } from './tables';
import { TitleLines } from './titleLines';

/** A line that is nothing but a link, as in a list of links or tasks; OneTab puts the title behind it. */
const LONE_LINK =
  /^\s*(?:[-*+•]|\d{1,6}[.)])?\s*(?:\[[ x]\]\s+)?(?:\[(.*)\]\()?<?(https?:\/\/[^\s<>()|]+)>?\)?\s*(?:\s\|\s(.+))?$/i;

/** An item of a list that begins with a link, whatever is said about it after that. */
const LISTED_LINK =
  /^\s*(?:[-*+•]|\d{1,6}[.)])\s+(?:\[[ x]\]\s+)?[*_]{0,2}(?:\[([^\]]*)\]\()?<?(https?:\/\/[^\s<>()|]+)/i;

/** What stands behind an address that begins its line: OneTab's title, or the next cell of a copied table. */
const BEHIND_ADDRESS = /^(?:\s\|\s|\t)\s*(\S.*)$/;

/** Longest line whose links that are not papers are listed. */
const LONGEST = 4_000;

/** Most characters before and behind what names a paper that are looked at. */
const AROUND = 1_000;

/** Links to one paper in a row of a table for which its other cells are looked at. */
const MOST_LINKS = 10;

/** What has been said about a paper. */
interface Known {
  hasTitle: boolean;
  hasStatus: boolean;
}

/** Where in a line a paper is named, and what stands around it. */
interface Place {
  line: string;
  begin: number;
  end: number;
  link: ShownLink | null;
  /** Whether it is an address, or a link to one. */
  isLink: boolean;
  /** What its block says before it, and the line behind it, as far as no other paper is there. */
  before: string;
  after: string;
  block: Block;
}

/** Reads a text line by line: finds papers, their titles and what the boxes of tasks say. */
export class TextReader {
  readonly #at: string;
  readonly #known = new Map<PaperId, Known>();
  readonly #blocks = new Blocks();
  readonly #tables = new Tables();
  readonly #references = new References();
  readonly #titleLines = new TitleLines();
  readonly #section = new Section();

  constructor(at: string) {
    this.#at = at;
  }

  *read(line: string, number: number): Generator<Placed, void, void> {
    for (const { id, text } of this.#references.read(line)) {
      yield* this.#tell(id, titleOf(text), null, number);
    }
    const said = this.#titleLines.read(line);
    if (said !== null) yield* this.#tell(said.id, said.title, null, number);
    const heading = headingOf(line);
    if (heading !== null) yield* this.#section.begin(bareTitle(shownText(heading)));
    const block = heading === null ? this.#blocks.read(line) : this.#blocks.heading();
    if (block === null) return;
    const isRow = this.#tables.read(line);
    const mentions = mentionsOn(line, this.#at);
    const isOnly = mentions.every(({ id }) => id === mentions[0]?.id);
    let from = 0;
    let isBehind = false;
    for (const [index, mention] of mentions.entries()) {
      const place = placeOf(line, mentions, index, from, block);
      const isAlone = isOnly && index < MOST_LINKS;
      yield* this.#paper(mention, place, isRow, isAlone, number);
      from = place.end;
      isBehind = behindAddress(place) !== undefined;
      block.text = '';
      block.hasPaper = true;
    }
    // What stands behind a paper in a paragraph, or as its title, is about that one and not about the next line's.
    if (mentions.length === 0 || (block.isItem && !isBehind)) keep(block, line.slice(from));
    const other = mentions.length === 0 && line.length < LONGEST ? linkOn(line) : null;
    if (other !== null)
      yield* this.#section.add({ kind: 'entry', line: number, entry: other }, false);
  }

  *end(): Generator<Placed, void, void> {
    yield* this.#section.begin(null);
  }

  *#paper(
    mention: Mention,
    place: Place,
    isRow: boolean,
    isOnly: boolean,
    number: number,
  ): Generator<Placed, void, void> {
    const { id } = mention;
    const { block } = place;
    const known = this.#known.get(id);
    if (known?.hasTitle && (known.hasStatus || block.status === null)) return;
    const defined = this.#references.textFor(place.line, mention);
    const title =
      titleOf(place.link?.shown) ??
      titleOf(defined ?? undefined) ??
      titleOf(behindAddress(place)) ??
      (isRow
        ? this.#tables.titleFor(place.begin, place.end, isOnly)
        : titleBeside({ ...place, isItem: block.isItem })) ??
      this.#titleLines.take() ??
      titleAbove(place);
    yield* this.#tell(id, title, place, number);
  }

  *#tell(
    id: PaperId,
    title: string | undefined,
    place: Place | null,
    line: number,
  ): Generator<Placed, void, void> {
    const known = this.#known.get(id);
    const status = place?.block.status ?? null;
    const isNews = title !== undefined && !known?.hasTitle;
    if (known && !isNews && (status === null || known.hasStatus)) return;
    const hasTitle = known?.hasTitle || title !== undefined;
    this.#known.set(id, { hasTitle, hasStatus: known?.hasStatus || status !== null });
    this.#titleLines.named(id, hasTitle);
    const isBare = !known && title === undefined && place !== null && saysNothing(place);
    yield* this.#section.add({ kind: 'entry', line, entry: { id, title, status } }, isBare);
  }
}

function placeOf(
  line: string,
  mentions: readonly Mention[],
  index: number,
  from: number,
  block: Block,
): Place {
  const mention = mentions[index];
  const { id, at, end } = mention ?? { id: null, at: 0, end: 0 };
  const link = linkAt(line, at, end);
  const [begin, behind] = [link?.begin ?? at, link?.end ?? end];
  // What names a paper has a character at least.
  const near = mentions.slice(index + 1, index + 1 + AROUND);
  const next = near.find((other) => other.id !== id)?.at;
  const before = (from === 0 ? block.text : '') + line.slice(Math.max(from, begin - AROUND), begin);
  const after = line.slice(behind, Math.min(next ?? line.length, behind + AROUND));
  const isLink = link !== null || line.slice(at, end).includes('/');
  return { line, begin, end: behind, link, isLink, before, after, block };
}

/** What stands behind an address that begins its line. */
function behindAddress({ line, begin, end, link }: Place): string | undefined {
  const before = line.slice(0, begin).replace(/^\s*(?:[-*+•]|\d{1,6}[.)])?/, '');
  if (link !== null || before.trim() !== '') return undefined;
  return BEHIND_ADDRESS.exec(line.slice(end))?.[1];
}

/** The title in the item that an item with nothing but links is in. */
function titleAbove(place: Place): string | undefined {
  const { parent } = place.block;
  if (parent === null || parent.hasPaper || place.link === null || !saysNothing(place))
    return undefined;
  parent.hasPaper = true;
  return titleBeside({ before: parent.text, after: '', isItem: true, isLink: true });
}

/** Whether nothing but links stands in a block; an item that is an address alone may be one of many. */
function saysNothing({ before, after, link, block }: Place): boolean {
  return !hasWords(before) && !hasWords(after) && (link !== null || !block.isItem);
}

function mentionsOn(line: string, at: string): Mention[] {
  const mentions = idList(line, at) ?? [...mentionsIn(line, at)];
  const lone = mentions.length === 0 ? loneId(line) : null;
  return lone === null ? mentions : [{ id: lone, at: 0, end: line.length }];
}

/** A link that is not a paper, where it is what its line is about. */
function linkOn(line: string): Placed['entry'] | null {
  const [, shown, address, behind] = LONE_LINK.exec(line) ?? LISTED_LINK.exec(line) ?? [];
  return address === undefined ? null : { id: null, title: shown ?? behind, address };
}
