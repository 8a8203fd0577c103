/** Lines that reference managers keep in a note for want of a field. */
const NOT_SAID =
  /^(?:arxiv:\s?\S+(?: \[[\w.\- ,]+\])?|(?:citation key|arxiv version|_eprint|tex\.[\w-]+): .*)$/i;

/** What a person wrote, of texts that stand where notes do: without the lines that only name the paper, each text once. */
export function remarksIn(texts: readonly (string | undefined)[]): string {
  const said = texts.map((text) =>
    (text ?? '')
      .split('\n')
      .filter((line) => !NOT_SAID.test(line.slice(0, 1_000).trim()))
      .join('\n')
      .trim(),
  );
  return [...new Set(said)].filter((text) => text !== '').join('\n\n');
}
