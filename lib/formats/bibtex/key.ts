import { fold } from '../../papers/caseFolding';
import { spelled } from '../../papers/spelling';
import type { Reference } from '../reference';

// Words without a meaning of their own: they are left out of a key, as arXiv does.
const STOP_WORDS = new Set(
  `a about above across after again against all almost alone along already also although always among an and another any
  are around as at be because been before behind being below between beyond both but by can cannot could do does done down
  due during each either else enough even ever every everyone everything few for from full further get give go had has
  have he her here how however i if in into is it its itself keep last least less made many may me might more most
  much must my never next no none nor not nothing now of off often on once one only or other others our out over own
  part per perhaps put rather same see seem several she should show side since so some something still such system take
  than that the their them then there these they this those though three through to together too top toward towards
  two under until up upon us very via was we well were what when where whether which while who whole whose why will
  with within without would yet you your`.split(/\s+/),
);

/**
 * A citation key as arXiv makes it: first author's family name, year, the first four words of the title that are not stop
 * words; letters and digits only. In ASCII, since BibTeX takes nothing else for sure.
 */
export function citationKey({ authors, date, title }: Reference): string {
  const [first] = authors;
  const name = first === undefined ? '' : first.kind === 'literal' ? first.name : first.family;
  const words = title.split(' ').filter((word) => !STOP_WORDS.has(word.toLowerCase()));
  const year = date?.year ?? 'unknown';
  return (ascii(name) || 'unknown') + year + ascii(words.slice(0, 4).join(''));
}

/** Gives each key once: the second of two equal ones gets the letter b, the third c, and so on. */
export function uniqueKeys(): (key: string) => string {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (key) => {
    let unique = key;
    for (let count = next.get(key) ?? 1; taken.has(unique); count++) {
      unique = key + letters(count);
      next.set(key, count);
    }
    taken.add(unique);
    return unique;
  };
}

/** b … z, then ba … zz. */
function letters(count: number): string {
  const letter = String.fromCharCode(97 + (count % 26));
  return count < 26 ? letter : letters(Math.floor(count / 26)) + letter;
}

function ascii(text: string): string {
  return spelled(fold(text)).replace(/[^a-z0-9]/g, '');
}
