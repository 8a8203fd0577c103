import { type Place, RemoteFailure, type RemoteFolder } from '../../lib/remote/folder';

type Bytes = Uint8Array<ArrayBuffer>;
type Listing = Map<string, number>;

/** What may go wrong at one request. */
export type Trouble = 'offline' | 'replyLost' | 'cut' | 'full' | 'stale';

/** A folder in memory, as a server has it: every machine has a view of its own. */
export class MemoryFolder {
  readonly places: Record<Place, Map<string, Bytes>> = { main: new Map(), parts: new Map() };
  /** What every file was meant to have that was ever created, whatever became of it. */
  readonly meant = new Map<string, Bytes>();
  /** Names that were written twice with other content. */
  readonly rewritten: string[] = [];
  requests = 0;

  /**
   * The folder as one machine reaches it.
   * @param trouble asked at each request; `stopped` is called before and after each, and may throw
   */
  view(
    trouble: () => Trouble | null = () => null,
    stopped: () => void = () => undefined,
    removing: (place: Place, name: string) => void = () => undefined,
  ): RemoteFolder {
    const stale: Partial<Record<Place, Listing>> = {};
    const request = async <T>(does: (trouble: Trouble | null) => T): Promise<T> => {
      stopped();
      await Promise.resolve();
      this.requests++;
      const now = trouble();
      if (now === 'offline') throw new RemoteFailure('offline');
      const answer = does(now);
      if (now === 'replyLost') throw new RemoteFailure('offline');
      stopped();
      return answer;
    };
    return {
      list: (place) =>
        request((now) => {
          const late = now === 'stale' ? stale[place] : undefined;
          const list = new Map([...this.places[place]].map(([name, { length }]) => [name, length]));
          stale[place] ??= list;
          return late ?? list;
        }),
      read: (place, name) => request(() => this.places[place].get(name)?.slice() ?? null),
      create: (place, name, bytes) => request((now) => this.#create(place, name, bytes, now)),
      remove: (place, name) =>
        request(() => {
          removing(place, name);
          this.places[place].delete(name);
        }),
    };
  }

  #create(place: Place, name: string, bytes: Bytes, trouble: Trouble | null): void {
    const meant = this.meant.get(name);
    if (meant !== undefined && !isSame(meant, bytes)) this.rewritten.push(name);
    if (trouble === 'full') throw new RemoteFailure('full', { status: 507 });
    this.meant.set(name, bytes.slice());
    const isCut = trouble === 'cut';
    this.places[place].set(name, bytes.slice(0, isCut ? bytes.length / 2 : bytes.length));
    if (isCut) throw new RemoteFailure('offline');
  }

  /** Whether a file is not what it was meant to be. */
  isDamaged(place: Place, name: string): boolean {
    const [is, meant] = [this.places[place].get(name), this.meant.get(name)];
    return is === undefined || meant === undefined || !isSame(is, meant);
  }

  /** All files as they are, to be put back later. */
  copy(): Record<Place, Map<string, Bytes>> {
    return { main: new Map(this.places.main), parts: new Map(this.places.parts) };
  }

  putBack(files: Record<Place, Map<string, Bytes>>): void {
    this.places.main = new Map(files.main);
    this.places.parts = new Map(files.parts);
  }
}

function isSame(a: Bytes, b: Bytes): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
