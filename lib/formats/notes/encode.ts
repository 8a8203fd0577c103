import { updatedAt } from '../../papers/annotation';
import { plainLine } from '../plainText';
import type { Writer } from '../writer';
import { fileNames } from './fileName';
import { noteOf } from './note';
import { zipWriting } from './zip';

/** Begins a zip of Markdown notes, one for each paper. */
export function beginMarkdownNotes(): Writer {
  const zip = zipWriting();
  const nameFor = fileNames();
  return {
    head: () => '',
    records: (batch) => {
      for (const bookmark of batch) {
        const { paper, annotation } = bookmark;
        const name = nameFor(plainLine(paper.title), paper.id);
        zip.add(name, noteOf(bookmark), new Date(updatedAt(annotation)));
      }
      return zip.take();
    },
    tail: () => zip.finish(),
  };
}
