import { Parser } from 'htmlparser2';
import type { Found } from '../entries';
import { pathWithin } from '../folders';
import { linesOf } from '../lines';
import { type BookmarkParts, entryOf } from './entry';
import { withOwnTags } from './ownTags';

/** A bookmark that is being read. */
interface Begun extends BookmarkParts {
  line: number;
}

/** A folder, and the list that shows what is in it. */
interface Folder {
  name: string;
  path: string;
  list: string;
}

/** Lists in pages that are not bookmark files; in a description they are part of it. */
const LISTS: ReadonlySet<string> = new Set(['ul', 'ol']);
const MADE_BY_BROWSERS = ['personal_toolbar_folder', 'unfiled_bookmarks_folder'];

/** Most levels of tags. The parser's time grows with the square of their number; no bookmark file has a hundred. */
const DEEPEST = 1_000;

/** Most characters of a title or a description. */
const LARGEST = 10_000_000;

/**
 * Reads a bookmark file (Netscape's format, which every browser and service writes, or the lists under headings of Pocket
 * and Instapaper), however its tags are nested or left open. Folders are tags, those within others with a slash.
 */
export async function* findInBookmarks(chunks: AsyncIterable<string>): AsyncGenerator<Found> {
  const reader = new BookmarkReader();
  for await (const lines of linesOf(chunks)) {
    for (const { text, line, continues } of lines) reader.write(text, line, continues);
    yield* reader.take();
  }
  reader.end();
  yield* reader.take();
}

class BookmarkReader {
  readonly #parser: Parser;
  readonly #folders: Folder[] = [];
  #line = 1;
  /** Tags that are open. */
  #depth = 0;
  #begun: Begun | null = null;
  #folder: string | null = null;
  #heading = '';
  #into: 'title' | 'description' | 'folder' | null = null;
  #found: Found[] = [];

  constructor() {
    this.#parser = new Parser(
      {
        onopentag: (name, attributes) => this.#open(name, attributes),
        ontext: (text) => this.#read(text),
        onclosetag: (name) => this.#close(name),
        onreset: () => {
          this.#depth = 0;
        },
      },
      { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
    );
  }

  write(text: string, line: number, continues: boolean): void {
    this.#line = line;
    if (this.#depth > DEEPEST) this.#parser.reset();
    const known = withOwnTags(text);
    this.#parser.write(continues || line === 1 ? known : `\n${known}`);
  }

  end(): void {
    this.#parser.end();
    this.#finish();
  }

  take(): Found[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  #open(name: string, attributes: Record<string, string>): void {
    this.#depth++;
    if (name === 'a') {
      this.#finish();
      this.#begun = {
        line: this.#line,
        attributes: new Map(Object.entries(attributes)),
        folder: this.#folders.at(-1)?.name ?? '',
        path: this.#folders.at(-1)?.path ?? '',
        title: '',
        description: '',
      };
      this.#into = 'title';
    } else if (name === 'h3' || name === 'h1') {
      this.#finish();
      this.#heading = name;
      this.#folder = '';
      // Each language has its own name for a browser's own folders.
      const isMade = MADE_BY_BROWSERS.some((mark) => attributes[mark] === 'true');
      if (!isMade) this.#into = 'folder';
    } else if (name === 'dl' || (LISTS.has(name) && this.#into !== 'description')) {
      this.#beginList(name);
    } else if (name === 'dd') this.#into = 'description';
    else if ((name === 'br' || name === 'p') && this.#into === 'description') this.#read('\n');
    else if (name === 'dt' || (name === 'li' && this.#into !== 'description')) this.#finish();
  }

  /** The heading of a bookmark file names the file, that of another page what follows. */
  #beginList(list: string): void {
    this.#finish();
    const heading = list === 'dl' && this.#heading === 'h1' ? '' : (this.#folder ?? '');
    // Instapaper's name for what Pocket calls so.
    const name = LISTS.has(list) && heading === 'Archive' ? 'Read Archive' : heading;
    const path = pathWithin(this.#folders.at(-1)?.path ?? '', name);
    if (this.#folders.length < DEEPEST) this.#folders.push({ name, path, list });
    this.#folder = null;
  }

  #read(text: string): void {
    if (this.#into === 'folder') this.#folder = (this.#folder + text).slice(0, 1_000);
    else if (this.#begun !== null && this.#into !== null) {
      const said = this.#begun[this.#into] ?? '';
      if (said.length < LARGEST) this.#begun[this.#into] = said + text;
    }
  }

  #close(name: string): void {
    this.#depth--;
    const isHeading = name === 'h3' || name === 'h1';
    if ((name === 'a' && this.#into === 'title') || isHeading) this.#into = null;
    else if (name === 'dl' || (LISTS.has(name) && this.#folders.at(-1)?.list === name)) {
      this.#finish();
      this.#folders.pop();
    }
  }

  #finish(): void {
    const begun = this.#begun;
    this.#begun = null;
    this.#into = null;
    if (begun === null) return;
    this.#found.push({ kind: 'entry', line: begun.line, entry: entryOf(begun) });
  }
}
