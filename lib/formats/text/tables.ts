import { titleBeside, titleInCell } from './beside';

/** What the column is called in which titles are. */
const TITLE =
  /^(?:(?:paper|article|full)[ _-]?)?(?:title|name)s?$|^(?:papers?|articles?)$|^(?:论文|文章)?(?:标题|题目|名称)$|^论文$|^タイトル$/i;
const SEPARATOR = /^\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?$/;

/** Most characters of a cell before and behind a link that are looked at. */
const AROUND = 1_000;

/** A cell of a row and where it stands in its line. */
interface Cell {
  text: string;
  begin: number;
  end: number;
}

/** The rows of a table in Markdown or HTML, read one after the other. */
export class Tables {
  #last: Cell[] = [];
  #titles: number | null = null;

  /** Whether a line is a row; one that is none ends the table. */
  read(line: string): boolean {
    const isRow =
      /^\s*\|.*\|/.test(line) ||
      /<\/td\s*>/i.test(line) ||
      (this.#titles !== null && line.includes('|'));
    if (SEPARATOR.test(line)) {
      const titles = this.#last.findIndex(({ text }) =>
        TITLE.test(text.replace(/[*_`]/g, '').trim()),
      );
      this.#titles = titles < 0 ? null : titles;
      return true;
    }
    if (isRow) this.#last = cellsOf(line);
    else if (line.trim() === '') this.#titles = null;
    else this.#last = line.includes('|') ? cellsOf(line) : [];
    return isRow;
  }

  /** The title in the row that was read last, for a link there; `isOnly` where the row names no other paper. */
  titleFor(begin: number, end: number, isOnly: boolean): string | undefined {
    const own = this.#last.find((cell) => cell.begin <= begin && begin < cell.end);
    if (own === undefined) return undefined;
    const [at, behind] = [begin - own.begin, end - own.begin];
    const before = own.text.slice(Math.max(0, at - AROUND), at);
    const after = own.text.slice(behind, behind + AROUND);
    const titled = this.#titles === null ? undefined : this.#last[this.#titles];
    if (titled !== undefined && titled !== own && isOnly) {
      const title = titleInCell(titled.text);
      if (title !== undefined) return title;
    }
    const beside = titleBeside({ before, after, isItem: true, isLink: true });
    if (beside !== undefined || !isOnly) return beside;
    return titleAmong(this.#last.filter((cell) => cell !== own).map(({ text }) => text));
  }
}

/** The title in some cells: in bold, else the first of three words or more. */
function titleAmong(cells: readonly string[]): string | undefined {
  const isBold = (cell: string): boolean => /^\s*(?:\*\*|__|<(?:b|strong)>)/i.test(cell);
  const titles = [...cells.filter(isBold), ...cells.filter((cell) => !isBold(cell))].flatMap(
    (cell) => titleInCell(cell) ?? [],
  );
  return titles.find((title) => title.split(' ').length > 2) ?? titles[0];
}

function cellsOf(line: string): Cell[] {
  const cells: Cell[] = [];
  let begin = 0;
  const add = (end: number): void => {
    cells.push({ text: line.slice(begin, end), begin, end });
  };
  for (const { index, 0: bar } of line.matchAll(/(?<!\\)\||<\/td\s*>/gi)) {
    if (index > 0) add(index);
    begin = index + bar.length;
  }
  add(line.length);
  return cells;
}
