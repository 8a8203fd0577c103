import { Parser } from 'htmlparser2';
import type { Entry, Found } from '../entries';
import { isNoTag } from '../folders';
import { linesOf } from '../lines';
import { paperIn } from '../text/mentions';
import { timeOf } from '../times';

/** A bookmark that is being read. */
interface Begun {
  line: number;
  attributes: ReadonlyMap<string, string>;
  folders: string[];
  title: string;
  description: string;
}

/** Most levels of tags. The parser's time grows with the square of their number; no bookmark file has a hundred. */
const DEEPEST = 1_000;

/** Most characters of a title or a description. */
const LARGEST = 10_000_000;

/**
 * Reads a bookmark file (Netscape's format, which every browser and service writes), however its tags are nested or left
 * open. Folders are tags, those within others with a slash.
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
  readonly #folders: string[] = [];
  #line = 1;
  /** Tags that are open. */
  #depth = 0;
  #begun: Begun | null = null;
  #folder: string | null = null;
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
    this.#parser.write(continues || line === 1 ? text : `\n${text}`);
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
        folders: this.#folders.filter((folder) => !isNoTag(folder)),
        title: '',
        description: '',
      };
      this.#into = 'title';
    } else if (name === 'h3') {
      this.#finish();
      this.#folder = '';
      this.#into = 'folder';
    } else if (name === 'dl') {
      this.#finish();
      if (this.#folders.length < DEEPEST) this.#folders.push(this.#folder ?? '');
      this.#folder = null;
    } else if (name === 'dd') this.#into = 'description';
    else if (name === 'br' && this.#into === 'description') this.#read('\n');
    else if (name === 'dt') this.#finish();
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
    if ((name === 'a' && this.#into === 'title') || name === 'h3') this.#into = null;
    else if (name === 'dl') {
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

function entryOf({ attributes, folders, title, description }: Begun): Entry {
  const address = attributes.get('href') ?? '';
  const folder = folders.map((name) => name.trim().replaceAll('/', ' ')).join('/');
  const tags = (attributes.get('tags') ?? '').split(',');
  return {
    id: paperIn([address]),
    address,
    title,
    tags: folder === '' ? tags : [...tags, folder],
    note: noteIn(description),
    starred: /^(?:1|true)$/i.test(attributes.get('starred') ?? ''),
    status: attributes.get('toread') === '1' ? 'to-read' : null,
    createdAt: timeOf(attributes.get('add_date')),
  };
}

/** The description, with linkding's notes as part of it rather than in brackets. */
function noteIn(description: string): string {
  return description
    .replace(/\[linkding-notes\]([\s\S]*?)\[\/linkding-notes\]/g, '\n\n$1')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
