import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { statusText } from '../../components/annotation/status';
import { type FacetChoice, FacetGroup } from '../../components/library/FacetGroup';
import { useAfterPaint } from '../../components/useAfterPaint';
import { STATUSES } from '../../lib/papers/annotation';
import { type TextKey, text } from '../../lib/text/text';
import {
  FACETS,
  type FacetName,
  type FacetValue,
  facetValues,
  quickValues,
  toggled,
} from '../../lib/views/library/facets';
import type { Library } from '../../lib/views/library/library';

const TITLES: Record<FacetName, TextKey> = {
  status: 'filterStatus',
  year: 'facetYear',
  organization: 'facetOrganization',
  tag: 'facetTag',
};
const QUICK: Record<string, TextKey> = {
  starred: 'quickStarred',
  noted: 'quickNoted',
  untagged: 'quickUntagged',
};

/** By what the list can be narrowed, with counts that follow the search: a frame after its papers, which come first. */
export function Facets({ view }: { view: Library }): JSX.Element {
  const { address, results } = view.state();
  const { query } = address;
  const { facets } = results;
  const shown = useAfterPaint(useMemo(() => ({ facets, query }), [facets, query]));
  // Made again with another search or another result, not with every key that moves in the list.
  return useMemo(
    () => (
      <section class="facets" aria-label={text('filters')}>
        <Facet
          view={view}
          title={text('facetShow')}
          values={quickValues(shown.query)}
          labelOf={(label) => text(QUICK[label] ?? 'facetShow')}
        />
        {FACETS.map((name) => (
          <Facet
            key={name}
            view={view}
            title={text(TITLES[name])}
            values={shown.facets ? facetValues(shown.facets, name, shown.query) : []}
            labelOf={name === 'status' ? statusName : (label) => label}
            areTags={name === 'tag'}
          />
        ))}
      </section>
    ),
    [view, shown],
  );
}

interface FacetProps {
  view: Library;
  title: string;
  values: FacetValue[];
  labelOf: (label: string) => string;
  areTags?: boolean;
}

function Facet({ view, title, values, labelOf, areTags = false }: FacetProps): JSX.Element {
  return (
    <FacetGroup
      title={title}
      choices={values.map(
        ({ term, label, count, chosen }): FacetChoice => ({
          key: term,
          label: labelOf(label),
          count,
          chosen,
          tag: areTags ? label : undefined,
        }),
      )}
      onToggle={(key) => {
        const value = values.find(({ term }) => term === key);
        if (value) view.go({ query: toggled(view.address().query, value) });
      }}
    />
  );
}

function statusName(label: string): string {
  return statusText(STATUSES.find((status) => status === label) ?? null);
}
