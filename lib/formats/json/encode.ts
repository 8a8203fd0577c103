import type { Bookmark } from '../../papers/bookmark';
import { tagKey } from '../../papers/tags';
import type { Writer } from '../writer';
import { type ExportMeta, FORMAT, SCHEMA, VERSION } from './envelope';
import { toRecord } from './record';

/**
 * Writes a library file. One record is one line: a changed paper is one changed line, `grep` finds whole records, and
 * an import can name the line.
 */
export interface LibraryEncoder extends Writer {
  head(): string;
  records(batch: readonly Bookmark[]): string;
  /** `counts` comes last, so that it says what was written. */
  tail(): string;
}

/** Begins a file that says this of itself. Searches and colours come before the papers: a file that is cut off still has them. */
export function libraryEncoder({
  exportedAt,
  app,
  searches = [],
  tagColours = [],
  dismissed = [],
  settings = {},
}: ExportMeta): LibraryEncoder {
  const tags = new Set<string>();
  let papers = 0;
  return {
    head: () => {
      const fields = { $schema: SCHEMA, format: FORMAT, version: VERSION, exportedAt, app };
      const lines = Object.entries(fields).map(
        ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`,
      );
      const lists =
        list('searches', searches) + list('tagColours', tagColours) + list('dismissed', dismissed);
      const own =
        Object.keys(settings).length === 0 ? '' : `  "settings": ${onOneLine(settings)},\n`;
      return `{\n${lines.join('')}${lists}${own}  "papers": [`;
    },
    records: (batch) => {
      if (batch.length === 0) return '';
      const before = papers === 0 ? '\n' : ',\n';
      papers += batch.length;
      for (const { annotation } of batch) for (const tag of annotation.tags) tags.add(tagKey(tag));
      return before + batch.map((bookmark) => `    ${encodeRecord(bookmark)}`).join(',\n');
    },
    tail: () => {
      const counts = JSON.stringify({ papers, tags: tags.size });
      return `${papers === 0 ? '' : '\n  '}],\n  "counts": ${counts}\n}\n`;
    },
  };
}

/** A short list with one item a line; nothing where it is empty. */
function list(name: string, items: readonly object[]): string {
  if (items.length === 0) return '';
  return `  "${name}": [\n${items.map((item) => `    ${onOneLine(item)}`).join(',\n')}\n  ],\n`;
}

function encodeRecord(bookmark: Bookmark): string {
  return onOneLine(toRecord(bookmark));
}

function onOneLine(value: object): string {
  // Some programs take these two for ends of lines.
  return JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
