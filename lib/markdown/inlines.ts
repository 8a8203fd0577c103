import type { Token } from 'markdown-it';
import { formulaText } from '../maths/formula';
import type { Inline } from './document';
import { safeAddress } from './safeAddress';

/** Levels of emphasis and links within each other; what is deeper has the looks of the last. */
const DEEPEST = 50;

const WRAPS = { em_open: 'emphasis', strong_open: 'strong', s_open: 'struck' } as const;

/** The tree of the tokens of one line or paragraph. */
export function inlinesOf(tokens: readonly Token[]): Inline[] {
  const root: Inline[] = [];
  /** What is open, the innermost last; closing something that is not an element of ours closes nothing. */
  const open: Inline[][] = [root];
  const add = (piece: Inline): void => {
    open.at(-1)?.push(piece);
  };
  for (const token of tokens) {
    if (token.nesting === 1) {
      const children: Inline[] = [];
      const wrap = open.length > DEEPEST ? null : wrapOf(token, children);
      if (wrap) add(wrap);
      open.push(wrap ? children : (open.at(-1) ?? root));
    } else if (token.nesting === -1) {
      if (open.length > 1) open.pop();
    } else {
      const piece = pieceOf(token);
      if (piece) add(piece);
    }
  }
  return joined(root);
}

/** The letters of a line, without their looks. */
export function plainText(pieces: readonly Inline[]): string {
  return pieces
    .map((piece) => {
      if ('children' in piece) return plainText(piece.children);
      return piece.kind === 'break' ? '\n' : piece.text;
    })
    .join('');
}

function wrapOf(token: Token, children: Inline[]): Inline | null {
  if (token.type === 'em_open' || token.type === 'strong_open' || token.type === 's_open') {
    return { kind: WRAPS[token.type], children };
  }
  const address = token.type === 'link_open' ? safeAddress(String(token.attrGet('href'))) : null;
  return address ? { kind: 'link', address, children } : null;
}

function pieceOf(token: Token): Inline | null {
  switch (token.type) {
    case 'code_inline':
      return { kind: 'code', text: token.content };
    case 'softbreak':
    case 'hardbreak':
      return { kind: 'break' };
    case 'formula':
      return formulaOf(token);
    case 'image':
      return imageAsLink(token);
    default:
      return token.content === '' ? null : { kind: 'text', text: token.content };
  }
}

function formulaOf({ content: tex, block: isDisplay }: Token): Inline {
  return { kind: 'formula', tex, isDisplay, ...formulaText(tex) };
}

/** A picture is not loaded: that would tell its server who reads the note, and when. */
function imageAsLink(token: Token): Inline | null {
  const source = String(token.attrGet('src') ?? '');
  const described = token.content.trim();
  const text: Inline = { kind: 'text', text: described === '' ? source : described };
  const address = safeAddress(source);
  return address ? { kind: 'link', address, children: [text] } : text;
}

/** Texts that follow each other as one, and no link within a link (a picture in one is its text). */
function joined(pieces: readonly Inline[], isInLink = false): Inline[] {
  const out: Inline[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (piece.kind === 'text' && last?.kind === 'text') {
      out[out.length - 1] = { kind: 'text', text: last.text + piece.text };
    } else if (!('children' in piece)) out.push(piece);
    else {
      const children = joined(piece.children, isInLink || piece.kind === 'link');
      if (isInLink && piece.kind === 'link') for (const child of children) out.push(child);
      else out.push({ ...piece, children });
    }
  }
  return out;
}
