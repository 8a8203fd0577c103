import type { ExportMeta } from '../../lib/formats/json/envelope';
import type { Send } from '../../lib/messages/delivery';
import type { RankingReader } from '../../lib/store/rankingReader';
import type { LibraryReader } from '../../lib/store/reader';
import type { Library, LibraryDeps } from '../../lib/views/library/library';
import type { OnChange } from './useView';

/** What the parts of the page reach of the world. */
export interface Environment extends Pick<LibraryDeps, 'newJob' | 'onProgress' | 'now'> {
  reader: LibraryDeps['reader'] &
    Pick<LibraryReader, 'scan' | 'history' | 'eventsOf' | 'searches' | 'tagColours' | 'trash'>;
  /** What was learned from the library. */
  ranking: Pick<RankingReader, 'parts'>;
  app: ExportMeta['app'];
  send: Send;
  onChange: OnChange;
  /** How many papers a search for each tag finds. */
  countFinds?: (() => Promise<ReadonlyMap<string, number> | null>) | undefined;
}

/** What a place beside the list gets. */
export interface RouteProps {
  view: Library;
  environment: Environment;
}
