import { authorIn, authorOf, authorsIn, isSuffix, type StatedAuthor } from './authors';

const INITIALS = /^(?:\p{Lu}\.?[\s-]?){1,4}$/u;
/** A family name that begins with its particle: "van den Berg". */
const PARTICLE =
  /^(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ter|ten|zu|zur|al|el|bin|ibn) /;
/** Chinese, Japanese and Korean names have no space. */
const EASTERN = /^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}·]{2,}$/u;

/**
 * The names in one text: parted by semicolons or line ends, by "and", or by commas where a comma
 * does not part one name. "Garcia Lopez, Ana Maria" may be one or two, and is two.
 */
export function namesIn(text: string | undefined): (string | StatedAuthor)[] {
  // One space for many: each would be tried as the one before "and".
  const spaced = (text ?? '').replace(/\s+/g, (gap) => (gap.includes('\n') ? '\n' : ' '));
  const whole = unlinked(spaced).trim();
  const plain = whole.replace(/,?\s+et\.? al\.?$/i, '');
  return plain === whole ? named(plain) : [...named(plain), 'et al.'];
}

function named(plain: string): (string | StatedAuthor)[] {
  // What has semicolons needs no "and": it is part of a name.
  if (/[;；\n]/.test(plain)) return plain.split(/[;；\n]/).map(authorIn);
  const parts = plain
    .split(/\s*[,，、](?:\s*(?:and|&)\s+)?\s*|\s+(?:and|&)\s+/i)
    .filter((part) => part !== '');
  if (isInverted(plain)) return authorsIn(plain);
  if (isInitialled(parts)) {
    return parts.flatMap((family, at) =>
      at % 2 === 0 ? authorOf({ family, given: parts[at + 1] }) : [],
    );
  }
  const isList =
    parts.every((part) => part.includes(' ') || EASTERN.test(part)) ||
    (parts.length > 2 && !parts.some(isSuffix));
  return isList ? parts : authorsIn(plain);
}

/** Zotero's way: parted by semicolons alone, each with its family name first. */
export function namesBySemicolon(text: string | undefined): StatedAuthor[] {
  return (text ?? '').split(';').map(authorIn);
}

/** "[[Jane Doe]], [[people/John Roe|John Roe]]" and "[Jane Doe](https://…)" as programs for notes write names. */
export function unlinked(text: string): string {
  return text
    .replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1')
    .replace(/\[([^[\]]*)\]\([^()\s]*\)/g, '$1');
}

/** "Doe, Jane and Roe, John", or one name with a particle first. */
function isInverted(text: string): boolean {
  const names = text.split(/\sand\s/i);
  return (
    names.every((name) => name.split(',').length === 2) && (names.length > 1 || PARTICLE.test(text))
  );
}

/** "Doe, J., Roe, R. M." */
function isInitialled(parts: readonly string[]): boolean {
  return (
    parts.length % 2 === 0 && parts.every((part, at) => INITIALS.test(part) === (at % 2 === 1))
  );
}
