import { invertName, needsStating, splitName } from '../papers/names';
import { hasUnnamedAuthors, PAPER_LIMITS, type Paper, statedFamily } from '../papers/paper';

/** An author as a file has one: the name in reading order, and its family name where the file says which it is. */
export interface StatedAuthor {
  name: string;
  family?: string | undefined;
}

/** The parts of a name. */
interface NameParts {
  family: string;
  given?: string | undefined;
  suffix?: string | undefined;
}

const SUFFIX = /^(?:[JS]r\.?|I{2,3}|IV)$/i;
/** Nobody's name, where a list of authors is cut. */
const OTHERS = /^(?:(?:and|&) )?(?:others|et\.? al\.?)$/i;
/** Chinese, Japanese and Korean names have the family name first, and no space in between. */
const FAMILY_FIRST = /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]+$/u;

/** Whether what stands beside a name is something other than a given name. */
export function isSuffix(text: string): boolean {
  return SUFFIX.test(text);
}

/** An author whose name comes in parts. */
export function authorOf({ family, given = '', suffix = '' }: NameParts): StatedAuthor {
  if (family > '\u1000' && FAMILY_FIRST.test(family + given))
    return { name: family + given, family };
  const name = [given, family, suffix].filter((part) => part !== '').join(' ');
  return { name, family: family === '' ? undefined : family };
}

/**
 * An author as one text: "Vaswani, Ashish", "King, Jr., Martin" and "King, Martin, Jr." state the family name, others do
 * not.
 */
export function authorIn(text: string): StatedAuthor {
  const parts = text.split(',').map((part) => part.trim());
  const [first = '', second = '', third = ''] = parts;
  if (parts.length === 2 && second === '') return { name: first };
  if (parts.length === 2 && isSuffix(second)) return { name: `${first} ${second}` };
  if (parts.length === 2) return authorOf({ family: first, given: second });
  if (parts.length === 3 && isSuffix(second)) {
    return authorOf({ family: first, given: third, suffix: second });
  }
  if (parts.length === 3 && isSuffix(third)) {
    return authorOf({ family: first, given: second, suffix: third });
  }
  return { name: text.trim() };
}

/** Authors joined by "and". */
export function authorsIn(text: string | undefined): StatedAuthor[] {
  return (text ?? '')
    .split(/\sand\s/i)
    .map(authorIn)
    .filter(({ name }) => name !== '');
}

/** A paper's authors, each as one text from which `authorIn` reads the same. */
export function authorTexts(paper: Paper): string[] {
  const texts = paper.authors.map((author) => {
    const name = oneLine(author);
    const family = statedFamily(paper, author);
    const inverted = family === undefined ? name : invertName(splitName(name, family));
    return authorIn(inverted).family === family ? inverted : name;
  });
  return hasUnnamedAuthors(paper) ? [...texts, 'et al.'] : texts;
}

/** What a paper says about its authors, of what a file says; what is too long is cut. */
export function authorFacts(
  stated: readonly (string | StatedAuthor)[],
): Pick<Paper, 'authors' | 'moreAuthors' | 'familyNames'> {
  const authors: string[] = [];
  const families: [string, string][] = [];
  let hasOthers = false;
  for (const one of stated.slice(0, PAPER_LIMITS.authors)) {
    const { name, family } = typeof one === 'string' ? { name: one } : one;
    const line = oneLine(name);
    const isCut = line.length > PAPER_LIMITS.name;
    const named = line.replace(/,? et\.? al\b\.?/i, '');
    hasOthers ||= OTHERS.test(line) || named !== line;
    if (line === '' || OTHERS.test(line)) continue;
    const author = named.slice(0, PAPER_LIMITS.name);
    authors.push(author);
    const part = family === undefined ? '' : oneLine(family);
    if (part !== '' && !isCut && needsStating(author, part)) families.push([author, part]);
  }
  return {
    authors,
    ...(hasOthers && authors.length > 0 && { moreAuthors: true }),
    ...(families.length > 0 && { familyNames: Object.fromEntries(families) }),
  };
}

function oneLine(text: string): string {
  return (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}
