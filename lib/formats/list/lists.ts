import { type Fields, fieldsOf, textIn } from '../json/fields';
import { valuesOf } from '../json/values';

const BEGIN = /(?<!\\)"lists"\s*:\s*(?=\[\s*\{)/;
/** Characters that what begins the list of lists has at most. */
const OVERLAP = 40;
/** Most characters of it. */
const LARGEST = 4_000_000;

/** Karakeep's lists, which its file names at its end: bookmarks know only their ids. Its parts are shown to `see` as they come. */
export class Lists {
  #text = '';
  #hasBegun = false;

  see(chunk: string): void {
    this.#text += chunk;
    if (this.#hasBegun) this.#text = this.#text.slice(0, LARGEST);
    else {
      const begin = BEGIN.exec(this.#text);
      this.#hasBegun = begin !== null;
      this.#text = this.#text.slice(begin === null ? -OVERLAP : begin.index + begin[0].length);
    }
  }

  /** The lists' names by their ids, those within others with a slash. */
  async names(): Promise<ReadonlyMap<string, string>> {
    const lists = new Map<string, Fields>();
    if (!this.#hasBegun) return new Map();
    for await (const value of valuesOf(this.#chunks(), true)) {
      const list = value.kind === 'value' ? fieldsOf(value.value) : null;
      const id = list && textIn(list, 'id');
      if (list && id) lists.set(id, list);
    }
    return new Map([...lists.keys()].map((id) => [id, pathOf(id, lists)]));
  }

  async *#chunks(): AsyncGenerator<string> {
    yield this.#text;
  }
}

/** Most lists one within the other. */
const DEEPEST = 20;

function pathOf(id: string, lists: ReadonlyMap<string, Fields>): string {
  const names: string[] = [];
  let list = lists.get(id);
  while (list !== undefined && names.length < DEEPEST) {
    names.unshift((textIn(list, 'name') ?? '').replaceAll('/', ' '));
    list = lists.get(textIn(list, 'parentId') ?? '');
  }
  return names.join('/');
}
