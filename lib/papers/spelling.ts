const GREEK: ReadonlyMap<string, string> = new Map(
  Object.entries({
    α: 'alpha',
    β: 'beta',
    γ: 'gamma',
    δ: 'delta',
    ε: 'epsilon',
    ζ: 'zeta',
    η: 'eta',
    θ: 'theta',
    ι: 'iota',
    κ: 'kappa',
    λ: 'lambda',
    μ: 'mu',
    ν: 'nu',
    ξ: 'xi',
    ο: 'omicron',
    π: 'pi',
    ρ: 'rho',
    σ: 'sigma',
    τ: 'tau',
    υ: 'upsilon',
    φ: 'phi',
    χ: 'chi',
    ψ: 'psi',
    ω: 'omega',
  }),
);
const HINT = /[α-ω^_]/;
const LETTER = String.raw`(?:\p{L}|${[...GREEK.values()].join('|')})`;
/** A Greek letter alone; "_" between a letter and a number, "^" behind a letter or a number, with their brace. */
const SPELLED = new RegExp(
  String.raw`(?<!\p{sc=Grek})[α-ω](?!\p{sc=Grek})|(?<=(?<![\p{L}\p{N}_])${LETTER})_\{?(?=\p{N})|(?<=[\p{L}\p{N}])\^\{?(?=[\p{L}\p{N}−-])`,
  'gu',
);

/** A part of a folded text that is spelled otherwise. */
export interface Respelled {
  at: number;
  length: number;
  as: string;
}

/**
 * What of a folded text people type in several ways: "π₀", "π_0" and "pi_0" are "pi0", "V^3" and "V³" are "v3". Words of
 * Greek stay as they are.
 */
export function respelled(folded: string): Respelled[] {
  if (!HINT.test(folded)) return [];
  return Array.from(folded.matchAll(SPELLED), ({ 0: found, index }) => ({
    at: index,
    length: found.length,
    as: GREEK.get(found) ?? '',
  }));
}

/** A folded text as all of them are spelled. */
export function spelled(folded: string): string {
  let text = '';
  let from = 0;
  for (const { at, length, as } of respelled(folded)) {
    text += folded.slice(from, at) + as;
    from = at + length;
  }
  return from === 0 ? folded : text + folded.slice(from);
}
