/** Commands that say the same in text as their argument does. */
export const TEXT_DRESS = words(
  `textbf textit textrm textsf texttt textsc textsl textup textmd textnormal emph underline uline text mbox hbox`,
);
/** Commands for all that follows in their group. */
export const SWITCHES = words(
  `bf it rm sf tt sc sl em bfseries itshape rmfamily sffamily ttfamily scshape large Large small footnotesize normalsize
  xspace nobreakdash allowbreak noindent protect centering`,
);
/** Symbols that LaTeX has outside of formulas. */
export const TEXT_SYMBOLS = words(
  `ss ae AE oe OE aa AA o O l L i j dh DH th TH dj DJ ng NG SS P S pounds copyright dag ddag dots ldots LaTeX TeX BibTeX lq rq
  slash quad qquad guillemotleft guillemotright guilsinglleft guilsinglright quotedblbase quotesinglbase`,
);
/** What authors of papers define for themselves, nearly all of them so. */
export const SHORT = new Map(
  Object.entries({
    eg: 'e.g.',
    ie: 'i.e.',
    etc: 'etc.',
    cf: 'cf.',
    etal: 'et al.',
    vs: 'vs.',
    wrt: 'w.r.t.',
    aka: 'a.k.a.',
  }),
);
/** Commands without an argument that stand for this. */
export const STANDING = new Map(
  Object.entries({ par: ' ', newline: ' ', linebreak: ' ', item: '• ', deg: '°', percent: '%' }),
);
/** Environments that are formulas. */
export const ENVIRONMENT = /^(?:equation|align|gather|multline|eqnarray|displaymath|math)\*?$/;
/** Commands for keys of a bibliography, and for labels. */
export const CITES = /^(?:no)?[cC]ite[a-zA-Z]*$|^(?:paren|text|auto|foot)cites?$/;
export const REFERS = /^(?:[cC]|auto|eq|page|name)?ref$/;
/** Colours that every LaTeX knows. */
export const COLOURS =
  /^(?:red|green|blue|cyan|magenta|yellow|orange|purple|violet|brown|teal|pink|black|white|gray|grey)$/;

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
