/** Where the groups of a text end. All are found at once, when the first is asked for: in one pass, however they nest. */
export class Groups {
  readonly #text: string;
  #ends: Map<number, number> | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** Where the group ends that an opening brace begins: at its closing brace; null where there is none. */
  endOf(at: number): number | null {
    this.#ends ??= endsIn(this.#text);
    return this.#ends.get(at) ?? null;
  }
}

function endsIn(text: string): Map<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: found, index } of text.matchAll(/\\[\s\S]|[{}]/g)) {
    if (found === '{') open.push(index);
    else if (found === '}') {
      const begin = open.pop();
      if (begin !== undefined) ends.set(begin, index);
    }
  }
  return ends;
}
