import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import type { CslItem } from '../../../lib/formats/csl/item';

// Programs that no one here wrote. The packages have no types, so what is used of them is said here.
const load = createRequire(import.meta.url);

/** A CSL item that another program made. */
export interface ReadItem {
  title: string;
  author?: Record<string, string>[];
  issued?: { 'date-parts'?: (string | number)[][] };
  keyword?: string;
  note?: string;
}

interface Engine {
  setOutputFormat(format: 'text'): void;
  updateItems(ids: string[]): void;
  makeBibliography(): [unknown, string[]];
}
type Processor = new (
  system: { retrieveLocale(): string; retrieveItem(id: string): CslItem },
  style: string,
  language: string,
  force: boolean,
) => Engine;
type Register = { get(name: string): string };

const citeproc: { Engine: Processor } = load('citeproc');
const citation: {
  Cite: new (data: unknown, options: object) => { data: ReadItem[] };
  plugins: { config: { get(ref: string): { styles: Register; locales: Register } } };
} = load('@citation-js/core');
load('@citation-js/plugin-csl');
load('@citation-js/plugin-ris');

const { styles, locales } = citation.plugins.config.get('@csl');

// One engine for all: making one takes half a second. Each item gets an id of its own, for it remembers them.
const asked = new Map<string, CslItem>();
const system = {
  retrieveLocale: () => locales.get('en-US'),
  retrieveItem: (id: string): CslItem => {
    const item = asked.get(id);
    if (item === undefined) throw new Error(`no item ${id}`);
    return item;
  },
};
const engine = new citeproc.Engine(system, styles.get('apa'), 'en-US', true);
engine.setOutputFormat('text');

/** The item as citeproc writes it in the style of the APA, as plain text. */
export function apaByCiteproc(item: CslItem): string {
  const id = `${asked.size}`;
  asked.set(id, { ...item, id });
  engine.updateItems([id]);
  return engine.makeBibliography()[1].join('').trim();
}

/** What citation-js reads of a RIS file, as CSL items. */
export function readByCitationJs(text: string): ReadItem[] {
  const { data } = new citation.Cite(text, { forceType: '@ris/file' });
  return data;
}

/** Whether this machine has pandoc; `npm test` installs it where it can. */
export const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;

/** What pandoc makes of a text. */
export function pandoc(text: string, from: string, to: string): string {
  const run = spawnSync('pandoc', ['-f', from, '-t', to, '--wrap=none'], {
    input: text,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`pandoc -f ${from}: ${run.stderr}`);
  return run.stdout;
}
