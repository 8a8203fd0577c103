/** Accents, as combining characters. */
export const ACCENTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '`': '\u0300',
    "'": '\u0301',
    '^': '\u0302',
    '~': '\u0303',
    '"': '\u0308',
    '=': '\u0304',
    '.': '\u0307',
    u: '\u0306',
    v: '\u030c',
    H: '\u030b',
    c: '\u0327',
    k: '\u0328',
    r: '\u030a',
    d: '\u0323',
    b: '\u0331',
    t: '\u0361',
    acute: '\u0301',
    grave: '\u0300',
    hat: '\u0302',
    widehat: '\u0302',
    tilde: '\u0303',
    widetilde: '\u0303',
    bar: '\u0304',
    dot: '\u0307',
    ddot: '\u0308',
    check: '\u030c',
    breve: '\u0306',
    vec: '\u20d7',
  }),
);

/** Commands that only say how what follows looks: their argument stays. */
export const DRESS: ReadonlySet<string> = new Set(
  `textbf textit textrm textsf texttt textsc textsl textup textmd textnormal emph text mbox hbox uppercase lowercase
  mathrm mathbf mathit mathsf mathtt mathcal mathscr mathfrak boldsymbol bm pmb operatorname ensuremath url path nocase
  bf it rm sf tt sc sl em bfseries itshape rmfamily sffamily ttfamily scshape large Large small footnotesize normalsize
  displaystyle textstyle left right big Big bigl bigr Bigl Bigr limits nolimits protect relax noopsort`.split(
    /\s+/,
  ),
);

const NAMED =
  `ss ß ae æ AE Æ oe œ OE Œ aa å AA Å o ø O Ø l ł L Ł i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ SS ẞ
  textbackslash \\ textasciicircum ^ textasciitilde ~ textasciigrave \` textbraceleft { textbraceright } lbrace { rbrace }
  textunderscore _ textdollar $ textless < textgreater > textbar | textquotesingle ' textquotedbl " textquoteleft ‘
  textquoteright ’ textquotedblleft “ textquotedblright ” lq ‘ rq ’ guillemotleft « guillemotright » guilsinglleft ‹
  guilsinglright › quotedblbase „ quotesinglbase ‚ textendash – textemdash — textellipsis … dots … ldots … cdots ⋯ vdots ⋮
  textdegree ° degree ° textbullet • textperiodcentered · textregistered ® texttrademark ™ textcopyright © copyright ©
  textsection § S § P ¶ pounds £ textsterling £ texteuro € euro € textyen ¥ textcent ¢ textexclamdown ¡ textquestiondown ¿
  texttimes × textdiv ÷ textpm ± textminus − textlnot ¬ textasciicaron ˇ textasciimacron ¯ textasciiacute ´ textasciibreve ˘
  textasciidieresis ¨ textonesuperior ¹ texttwosuperior ² textthreesuperior ³ textordfeminine ª textordmasculine º
  textcelsius ℃ textohm Ω textperthousand ‰ textnumero № textestimated ℮ textcurrency ¤ textbrokenbar ¦ textbardbl ‖
  textleftarrow ← textrightarrow → textuparrow ↑ textdownarrow ↓ textlangle ⟨ textrangle ⟩ textdagger † textdaggerdbl ‡
  textparagraph ¶ textinterrobang ‽ slash / textonehalf ½ textonequarter ¼ textthreequarters ¾ textmu µ dag † ddag ‡ numero № LaTeX LaTeX TeX TeX BibTeX BibTeX
  alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν
  xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ
  Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
  times × cdot · pm ± mp ∓ div ÷ ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ otimes ⊗ odot ⊙ wedge ∧ vee ∨ cap ∩ cup ∪ setminus ∖
  leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ ll ≪ gg ≫ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ subset ⊂ subseteq ⊆ supset ⊃
  supseteq ⊇ in ∈ notin ∉ ni ∋ forall ∀ exists ∃ neg ¬ emptyset ∅ varnothing ∅ infty ∞ partial ∂ nabla ∇ hbar ℏ ell ℓ Re ℜ
  Im ℑ aleph ℵ angle ∠ perp ⊥ parallel ∥ mid ∣ to → rightarrow → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐
  Leftrightarrow ⇔ mapsto ↦ uparrow ↑ downarrow ↓ longrightarrow ⟶ langle ⟨ rangle ⟩ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋
  vert | Vert ‖ prime ′ sum ∑ prod ∏ int ∫ checkmark ✓ triangle △ square □ Box □ diamond ⋄ dagger † ddagger ‡
  log log exp exp sin sin cos cos tan tan max max min min arg arg argmax argmax argmin argmin sup sup inf inf lim lim
  top ⊤ bot ⊥ land ∧ lor ∨ lnot ¬ iff ⟺ implies ⟹ gets ← nearrow ↗ searrow ↘ leftarrow ← hookrightarrow ↪ rightsquigarrow ⇝
  sqcup ⊔ sqcap ⊓ prec ≺ succ ≻ preceq ⪯ succeq ⪰ lesssim ≲ gtrsim ≳ asymp ≍ doteq ≐ triangleq ≜ coloneqq ≔ models ⊨ vdash ⊢
  supseteq ⊇ subsetneq ⊊ nsubseteq ⊈ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ oint ∮ coprod ∐ lbrack [ rbrack ] lvert | rvert |
  lVert ‖ rVert ‖ Vert ‖ backslash \\ colon : ddots ⋱ dotsc … dotsb ⋯ cdotp · bigstar ★ blacksquare ■ clubsuit ♣ spadesuit ♠
  heartsuit ♥ diamondsuit ♦ natural ♮ sharp ♯ flat ♭ wp ℘ beth ℶ complement ∁ therefore ∴ because ∵ smallsetminus ∖ ltimes ⋉
  rtimes ⋊ boxtimes ⊠ gtreqless ⋛ leqslant ⩽ geqslant ⩾ nleq ≰ ngeq ≱ nsim ≁ ncong ≇ nmid ∤ nparallel ∦
  sinh sinh cosh cosh tanh tanh arcsin arcsin arccos arccos arctan arctan cot cot sec sec csc csc limsup limsup liminf liminf
  det det dim dim ker ker deg deg gcd gcd Pr Pr ln ln`.split(/\s+/);

/** Commands that stand for a character or a word. */
export const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ...NAMED.flatMap((name, at): [string, string][] =>
    at % 2 === 0 ? [[name, NAMED[at + 1] ?? '']] : [],
  ),
  ['quad', ' '],
  ['qquad', ' '],
  ['space', ' '],
  ['par', '\n\n'],
  ['newline', '\n'],
  ['textvisiblespace', ' '],
]);

const plain = '0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW';
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ';
const below = '0123456789+-=()aehijklmnoprstuvx';
const lowered = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ';

/** Characters that can be written raised or lowered. */
export const SCRIPTS: Record<'^' | '_', ReadonlyMap<string, string>> = {
  '^': paired(plain, raised),
  _: paired(below, lowered),
};

function paired(from: string, to: string): Map<string, string> {
  const targets = [...to];
  return new Map([...from].map((char, index) => [char, targets[index] ?? char]));
}
