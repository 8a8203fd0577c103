import { paperLinks } from '../../papers/ids';
import type { Writer } from '../writer';

/** Begins a list of addresses, one a line. */
export function beginLinks(): Writer {
  return {
    head: () => '',
    records: (batch) => batch.map(({ paper }) => `${paperLinks(paper.id).page}\n`).join(''),
    tail: () => '',
  };
}
