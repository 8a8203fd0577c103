const NAMES: ReadonlyMap<string, string> = new Map(
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
const ANY = /[α-ω]/;
const ALONE = /(?<!\p{Script=Greek})[α-ω](?!\p{Script=Greek})/gu;

/** The names of Greek letters, as people type them. */
export const GREEK_NAMES: readonly string[] = [...NAMES.values()];

/** Folded text with the name in place of a Greek letter that stands alone, as in formulas; Greek words stay. */
export function spellGreek(folded: string): string {
  if (!ANY.test(folded)) return folded;
  return folded.replace(ALONE, (letter) => NAMES.get(letter) ?? letter);
}
