import { scripted } from './scripts';

/** A command of formulas that has arguments. */
interface Macro {
  args: number;
  text: (args: readonly string[], option: string) => string;
  takesOption?: boolean;
  /** Whether the text says all of it. */
  isWhole?: boolean;
}

const first: Macro['text'] = ([text = '']) => text;
const nothing: Macro['text'] = () => '';

const fraction: Macro = {
  args: 2,
  text: ([over = '', under = '']) => `${part(over)}/${part(under)}`,
};
const dropped: Macro = { args: 1, text: nothing, isWhole: true };
const unmarked: Macro = { args: 1, text: first };

/** Commands whose arguments make the text. */
export const MACROS: ReadonlyMap<string, Macro> = new Map<string, Macro>([
  ...each('frac dfrac tfrac cfrac nicefrac sfrac', fraction),
  ['binom', { args: 2, text: ([n = '', k = '']) => `(${n} choose ${k})` }],
  ['sqrt', { args: 1, takesOption: true, text: ([of = ''], degree) => root(degree) + part(of) }],
  ...each('mathbb mathds mathbbm', {
    args: 1,
    text: ([text = '']) => doubleStruck(text),
    isWhole: true,
  }),
  ...each(
    'overline underline widebar overrightarrow overleftarrow underbrace overbrace boxed',
    unmarked,
  ),
  ...each('textcolor colorbox', { args: 2, text: ([, text = '']) => text, isWhole: true }),
  ...each('color label tag hspace vspace phantom hphantom vphantom', dropped),
  ['begin', { args: 1, text: nothing }],
  ['end', { args: 1, text: nothing }],
  ['not', { args: 1, text: ([text = '']) => `${text}\u0338`, isWhole: true }],
  ...each('overset stackrel', { args: 2, text: ([, text = '']) => text }),
  ['underset', { args: 2, text: ([below = '', text = '']) => text + scripted('_', below).text }],
  ['pmod', { args: 1, text: ([text = '']) => ` (mod ${text})`, isWhole: true }],
]);

function each(names: string, macro: Macro): [string, Macro][] {
  return names.split(' ').map((name) => [name, macro]);
}

/** Of more than one thing it has to be clear where it ends. */
function part(text: string): string {
  return /^(?:[\p{L}\p{M}]*[\p{N}\p{No}.]*|\(.*\))$/u.test(text) ? text : `(${text})`;
}

function root(degree: string): string {
  if (degree === '') return '√';
  return { 3: '∛', 4: '∜' }[degree] ?? `${degree}√`;
}

/** Double-struck letters that Unicode had before all the others. */
const EARLY = new Map(Object.entries({ C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' }));

function doubleStruck(text: string): string {
  return text.replace(/[A-Za-z0-9]/g, (char) => {
    const early = EARLY.get(char);
    if (early !== undefined) return early;
    const code = char.charCodeAt(0);
    if (code < 58) return String.fromCodePoint(0x1d7d8 + code - 48);
    return String.fromCodePoint(code < 91 ? 0x1d538 + code - 65 : 0x1d552 + code - 97);
  });
}
