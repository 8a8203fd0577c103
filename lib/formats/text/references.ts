import type { PaperId } from '../../papers/ids';
import type { Mention } from './mentions';

/** Most links by name that are remembered until their addresses come, or the other way round. */
const MOST = 100_000;

const USE = /\[((?:[^[\]\\]|\\.|\[[^[\]]*\]){1,500})\]\[([^[\]]{0,200})\]/g;
/** "[name]: https://…" */
const DEFINITION = /^\s{0,3}\[([^\]]{1,500})\]:\s*<?$/;
/** reStructuredText: ".. _A title: https://…" */
const TARGET = /^\s{0,3}\.\. _`?([^`]{1,500}?)`?:\s+$/;

/** Links whose texts and addresses stand apart: "[A title][name]" here, "[name]: https://…" there. */
export class References {
  readonly #texts = new Map<string, string>();
  readonly #ids = new Map<string, PaperId>();

  /** Notes the texts in a line; gives those whose papers are known already. */
  *read(line: string): Generator<{ id: PaperId; text: string }, void, void> {
    if (!line.includes('][')) return;
    for (const [, text = '', named = ''] of line.matchAll(USE)) {
      const name = keyOf(named === '' ? text : named);
      if (this.#texts.size < MOST && !this.#texts.has(name)) this.#texts.set(name, text);
      const id = this.#ids.get(name);
      if (id !== undefined) yield { id, text };
    }
  }

  /** The text of the link whose address a line defines here; null if it defines none. */
  textFor(line: string, { id, at }: Mention): string | null {
    const before = line.slice(0, at);
    const label = DEFINITION.exec(before)?.[1] ?? TARGET.exec(before)?.[1];
    if (label === undefined) return null;
    const name = keyOf(label);
    if (this.#ids.size < MOST) this.#ids.set(name, id);
    return this.#texts.get(name) ?? label;
  }
}

function keyOf(name: string): string {
  return name.replace(/\s+/g, ' ').trim().toLowerCase();
}
