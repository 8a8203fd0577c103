import '../../components/confirm/confirm.css';
import '../../components/tags/tags.css';
import type { JSX } from 'preact';
import { TagPage } from '../../components/tags/TagPage';
import { writeQuery } from '../../lib/papers/query/write';
import { createTags } from '../../lib/views/tags';
import type { PlaceProps } from './OtherPlace';
import { usePart } from './usePart';

/** All tags. */
export function TagsPlace({ view, outside }: PlaceProps): JSX.Element {
  const tags = usePart(
    () => createTags({ ...outside, notices: view, stepped: view.annotating.stepped }),
    outside.onChange,
  );
  return (
    <TagPage
      {...tags.state()}
      actions={tags}
      onPick={(tag) =>
        view.go({ route: 'list', scope: 'bookmarks', query: writeQuery({ kind: 'tag', tag }) })
      }
    />
  );
}
