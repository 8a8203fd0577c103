import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { useObservable } from '../../components/list/useObservable';
import { RelatedPapers } from '../../components/reading/RelatedPapers';
import type { Paper } from '../../lib/papers/paper';
import { writeAddress } from '../../lib/views/library/address';
import type { Library } from '../../lib/views/library/library';
import { createRelated } from '../../lib/views/ranking/related';
import type { Environment } from './environment';

export interface RelatedProps {
  view: Library;
  environment: Pick<Environment, 'reader' | 'ranking'>;
  paper: Paper;
}

/** What is related to the paper that is read. */
export function Related({ view, environment, paper }: RelatedProps): JSX.Element {
  const { reader, ranking } = environment;
  const related = useMemo(() => createRelated({ reader, ranking }), [reader, ranking]);
  useObservable(related);
  const { id } = paper;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the paper is another
  useEffect(() => related.forget(), [related, id]);
  return (
    <RelatedPapers
      {...related.state()}
      onAsk={() => void related.find(paper)}
      addressOf={(other) => writeAddress({ ...view.address(), paper: other })}
    />
  );
}
