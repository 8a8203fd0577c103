import type { Writer } from '../writer';
import { cslRecord } from './item';

/** Begins a CSL-JSON file: a bare array, since Zotero refuses anything else; one item a line. */
export function beginCslJson(): Writer {
  let isFirst = true;
  return {
    head: () => '[',
    records: (batch) =>
      batch
        .map((bookmark) => {
          const before = isFirst ? '\n' : ',\n';
          isFirst = false;
          return before + JSON.stringify(cslRecord(bookmark));
        })
        .join(''),
    tail: () => (isFirst ? ']\n' : '\n]\n'),
  };
}
