import { SCRIPTS } from './symbols';

/** Characters that are written raised already, or are in place of a raised one. */
const RAISED: ReadonlyMap<string, string> = new Map([
  ...SCRIPTS['^'],
  ...Object.entries({ '*': '*', '∗': '*', '∘': '°', '°': '°', '′': '′', "'": '′' }),
  ...Object.entries({
    '†': '†',
    '‡': '‡',
    '⊤': 'ᵀ',
    β: 'ᵝ',
    γ: 'ᵞ',
    δ: 'ᵟ',
    θ: 'ᶿ',
    φ: 'ᵠ',
    χ: 'ᵡ',
  }),
]);
const LOWERED: ReadonlyMap<string, string> = new Map([
  ...SCRIPTS._,
  ...Object.entries({ β: 'ᵦ', γ: 'ᵧ', ρ: 'ᵨ', φ: 'ᵩ', χ: 'ᵪ' }),
]);

/**
 * A text above or below the line: in raised or lowered characters where there are some for all of it, else behind the sign
 * itself, in parentheses if it is more than a word. A word of three letters or more is easier to read on the line.
 */
export function scripted(sign: '^' | '_', text: string): { text: string; isWhole: boolean } {
  const table = sign === '^' ? RAISED : LOWERED;
  const small = [...text.replaceAll(' ', '')].map((char) => table.get(char));
  const hasWord = /\p{L}{3,}/u.test(text);
  if (text !== '' && !hasWord && !small.includes(undefined)) {
    return { text: small.join(''), isWhole: true };
  }
  if (sign === '^' && text === '⋆') return { text: '*', isWhole: true };
  const isOne = /^(?:[\p{L}\p{N}\p{M}.*+]*|.)$/u.test(text);
  return { text: sign + (isOne ? text : `(${text})`), isWhole: false };
}
