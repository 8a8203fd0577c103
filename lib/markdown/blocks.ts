import type { Token } from 'markdown-it';
import type { Block, Cell, Item } from './document';
import { inlinesOf, plainText } from './inlines';
import { boxIn } from './tasks';

/** The tree of a list of tokens, in which what opens has its closing token. */
export function blocksOf(tokens: readonly Token[]): Block[] {
  return readBlocks(new Tokens(tokens), []);
}

/** Tokens, read one after the other. */
class Tokens {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  next(): Token | undefined {
    return this.#tokens[this.#at++];
  }

  /** What is between an opening token, just read, and its end. */
  inside(): Token[] {
    const from = this.#at;
    let depth = 1;
    for (let token = this.next(); token; token = this.next()) {
      depth += token.nesting;
      if (depth === 0) return this.#tokens.slice(from, this.#at - 1);
    }
    return this.#tokens.slice(from);
  }
}

/** `above`: the depths of the headings that the next one stands under. */
function readBlocks(tokens: Tokens, above: number[]): Block[] {
  const blocks: Block[] = [];
  for (let token = tokens.next(); token; token = tokens.next()) {
    const block = readBlock(token, tokens, above);
    if (block) blocks.push(block);
  }
  return blocks;
}

function readBlock(token: Token, tokens: Tokens, above: number[]): Block | null {
  switch (token.type) {
    case 'paragraph_open':
      return { kind: 'paragraph', isTight: token.hidden, children: readInline(tokens) };
    case 'heading_open':
      return { kind: 'heading', level: levelOf(token, above), children: readInline(tokens) };
    case 'blockquote_open':
      return { kind: 'quote', children: readBlocks(new Tokens(tokens.inside()), above) };
    case 'bullet_list_open':
      return { kind: 'list', start: null, items: readItems(tokens, above) };
    case 'ordered_list_open':
      return {
        kind: 'list',
        start: Number(token.attrGet('start') ?? 1),
        items: readItems(tokens, above),
      };
    case 'table_open':
      return readTable(tokens);
    case 'code_block':
    case 'fence':
      return { kind: 'code', text: token.content.replace(/\n$/, '') };
    case 'hr':
      return { kind: 'rule' };
    default:
      // A kind that this version of the parser does not have yet: its text, at least.
      if (token.nesting === 1) tokens.inside();
      return token.content === ''
        ? null
        : { kind: 'paragraph', isTight: false, children: [{ kind: 'text', text: token.content }] };
  }
}

function readInline(tokens: Tokens): ReturnType<typeof inlinesOf> {
  return tokens.inside().flatMap(({ children }) => inlinesOf(children ?? []));
}

function levelOf({ tag }: Token, above: number[]): number {
  const depth = Number(tag.slice(1));
  while ((above.at(-1) ?? 0) >= depth) above.pop();
  above.push(depth);
  return above.length;
}

function readItems(list: Tokens, above: number[]): Item[] {
  const tokens = new Tokens(list.inside());
  const items: Item[] = [];
  for (let open = tokens.next(); open; open = tokens.next()) {
    items.push(readItem(open, tokens.inside(), above));
  }
  return items;
}

function readItem({ map }: Token, inside: readonly Token[], above: number[]): Item {
  const children = readBlocks(new Tokens(inside), above);
  const [first] = children;
  const [start] = first?.kind === 'paragraph' ? first.children : [];
  const box = first?.kind === 'paragraph' && start?.kind === 'text' ? boxIn(start.text) : null;
  if (!box || !map || first?.kind !== 'paragraph') return { task: null, children };
  const rest = {
    ...first,
    children: [{ kind: 'text' as const, text: box.rest }, ...first.children.slice(1)],
  };
  // A box and nothing else is a pair of brackets.
  if (plainText(rest.children).trim() === '') return { task: null, children };
  return { task: { done: box.done, line: map[0] }, children: [rest, ...children.slice(1)] };
}

function readTable(table: Tokens): Block {
  const rows: Cell[][] = [];
  const inside = table.inside();
  const tokens = new Tokens(inside);
  for (let token = tokens.next(); token; token = tokens.next()) {
    if (token.type === 'tr_open') rows.push([]);
    if (token.type === 'th_open' || token.type === 'td_open') {
      rows.at(-1)?.push({ children: readInline(tokens), align: alignOf(token) });
    }
  }
  const [head = [], ...body] = rows;
  return { kind: 'table', head, rows: body };
}

function alignOf(cell: Token): Cell['align'] {
  const style = String(cell.attrGet('style') ?? '');
  return (['left', 'center', 'right'] as const).find((side) => style.endsWith(side)) ?? null;
}
