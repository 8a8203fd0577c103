import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { QueryBox } from '../../components/library/QueryBox';
import { useObservable } from '../../components/list/useObservable';
import type { ExportAim } from '../../lib/exports/exportChoice';
import { createExportSearch } from '../../lib/exports/exportSearch';
import type { TagCount } from '../../lib/papers/tags';
import type { LibraryReader } from '../../lib/store/reader';
import { countText, numberText, text } from '../../lib/text/text';
import { createSearchClient } from '../../lib/views/searching/client';

export interface ExportSearchProps {
  reader: Pick<LibraryReader, 'tags'>;
  /** How many papers the search finds; null while that is not known. */
  count: number | null;
  onFound: (found: ExportAim) => void;
}

const now = (): Date => new Date();

/** A search whose papers are exported, and how many it finds. */
export function ExportSearch({ reader, count, onFound }: ExportSearchProps): JSX.Element {
  const source = useMemo(() => createSearchClient(), []);
  const search = useMemo(() => createExportSearch(source, now, onFound), [source, onFound]);
  useObservable(search);
  const [tags, setTags] = useState<TagCount[]>([]);
  const field = useRef<HTMLInputElement>(null);
  const known = useMemo(() => ({ tags, organizations: [] }), [tags]);
  const { query, problems, failed } = search.state();

  useLayoutEffect(() => field.current?.focus(), []);
  useEffect(() => {
    search.type('');
    // Without them there is nothing to complete from, and nothing lost.
    reader.tags().then(setTags, () => {});
    return () => source.close();
  }, [search, source, reader]);

  return (
    <div class="export-search">
      <QueryBox
        query={query}
        problems={problems}
        known={known}
        now={now}
        onInput={search.type}
        onLeaveDown={() => {}}
        field={field}
      />
      <p class="export-found" role="status">
        {failed
          ? text('couldNotRead')
          : count === null
            ? text('exportSearching')
            : countText('paperCount', count, numberText(count))}
      </p>
    </div>
  );
}
