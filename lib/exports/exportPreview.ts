import { EXPORT_FORMATS } from '../formats/exportFormats';
import type { Bookmark } from '../papers/bookmark';
import {
  bookmarksOf,
  type ExportOrder,
  type ExportWorld,
  type MetaWorld,
  metaOf,
} from './exporting';

/** Papers that a preview shows. */
const FIRST = 3;
/** Characters of a preview: an abstract may have more than one reads here. */
const LONGEST = 12_000;

/** The beginning of an export as it will be written; empty where there is nothing to write. */
export async function previewExport(order: ExportOrder, world: MetaWorld): Promise<string> {
  const papers = await firstPapers(order, world);
  if (papers.length === 0) return '';
  const written =
    order.format === 'markdown-notes' ? await notes(papers) : await beginning(order, world, papers);
  return written.length > LONGEST ? `${written.slice(0, LONGEST)}…` : written;
}

async function firstPapers(
  { format, scope }: ExportOrder,
  { reader }: Pick<ExportWorld, 'reader'>,
): Promise<Bookmark[]> {
  if (scope !== 'all') return bookmarksOf(reader, scope.slice(0, FIRST), format);
  const enough = new AbortController();
  const papers: Bookmark[] = [];
  await reader.scan((rows) => {
    papers.push(...rows.slice(0, FIRST));
    enough.abort();
  }, enough.signal);
  return papers;
}

async function beginning(
  order: ExportOrder,
  world: MetaWorld,
  papers: readonly Bookmark[],
): Promise<string> {
  const begin = await EXPORT_FORMATS[order.format].load();
  const writer = begin(await metaOf(order, world));
  const pieces = [writer.head(), writer.records(papers)];
  return pieces
    .filter((piece) => typeof piece === 'string')
    .join('')
    .replace(/^\ufeff/, '');
}

/** What is in a zip: one file after the other, each under its name. */
async function notes(papers: readonly Bookmark[]): Promise<string> {
  const [{ noteOf }, { fileNames }] = await Promise.all([
    import('../formats/notes/note'),
    import('../formats/notes/fileName'),
  ]);
  const nameFor = fileNames();
  return papers
    .map((bookmark) => {
      const { title, id } = bookmark.paper;
      return `━━ ${nameFor(title, id)} ━━\n${noteOf(bookmark)}`;
    })
    .join('\n');
}
