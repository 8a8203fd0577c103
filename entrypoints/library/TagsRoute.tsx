import '../../components/confirm/confirm.css';
import '../../components/tags/tags.css';
import type { JSX } from 'preact';
import { TagPage } from '../../components/tags/TagPage';
import { writeQuery } from '../../lib/papers/query/write';
import { createTags } from '../../lib/views/tags';
import type { RouteProps } from './environment';
import { useView } from './useView';

/** All tags. */
export function TagsRoute({ view, environment }: RouteProps): JSX.Element {
  const tags = useView(
    () =>
      createTags({
        ...environment,
        notices: view,
        stepped: view.annotating.stepped,
        countFinds: environment.countFinds,
      }),
    environment.onChange,
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
