import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { statusText } from '../../components/annotation/status';
import { Icon } from '../../components/Icon';
import { type FacetChoice, FacetGroup } from '../../components/library/FacetGroup';
import { PlaceLink } from '../../components/library/PlaceLink';
import * as pictures from '../../components/pictures';
import { useLater } from '../../components/useLater';
import { STATUSES } from '../../lib/papers/annotation';
import { type TextKey, text } from '../../lib/text/text';
import { writeAddress } from '../../lib/views/library/address';
import {
  FACETS,
  type FacetName,
  type FacetValue,
  facetValues,
  quickValues,
  toggled,
} from '../../lib/views/library/facets';
import type { Library } from '../../lib/views/library/library';
import type { Outside } from './outside';
import { PLACES } from './places';

export interface SideProps {
  view: Library;
  outside: Outside;
  onShortcuts: () => void;
  onSettings: () => void;
  onImport: () => void;
  onExport: () => void;
  /** Absent where there is no such place, or this is it. */
  onSidePanel?: (() => void) | undefined;
  onOpenInTab?: (() => void) | undefined;
}

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

const loadSearches = async () => (await import('./Searches')).Searches;

/** Where one can go, and by what the list can be narrowed. */
export function Side(props: SideProps): JSX.Element {
  const { view, outside } = props;
  // Not before the first screen is read.
  const Searches = useLater(view.state().bookmarks !== null, loadSearches);
  const { address, bookmarks, results } = view.state();
  const { route, scope, query } = address;
  const inList = route === 'list';
  const hrefOf = (part: Partial<typeof address>): string =>
    writeAddress({ ...address, sort: 'starred', paper: null, ...part });
  const { facets } = results;
  // Made anew with another search or another result, not with every key that moves in the list.
  const groups = useMemo(
    () => FACETS.map((name) => ({ name, values: facets ? facetValues(facets, name, query) : [] })),
    [facets, query],
  );

  return (
    <>
      <nav aria-label={text('places')}>
        <PlaceLink
          icon={pictures.library}
          name={text('placeLibrary')}
          href={hrefOf({ route: 'list', scope: 'bookmarks' })}
          current={inList && scope === 'bookmarks'}
          count={bookmarks}
        />
        <PlaceLink
          icon={pictures.history}
          name={text('placeHistory')}
          hint={text('placeHistoryHint')}
          href={hrefOf({ route: 'list', scope: 'history', sort: 'seen' })}
          current={inList && scope === 'history'}
        />
        {PLACES.map((place) => (
          <PlaceLink
            key={place.route}
            icon={place.icon}
            name={text(place.name)}
            href={hrefOf({ route: place.route })}
            current={route === place.route}
          />
        ))}
      </nav>
      {Searches !== null && <Searches view={view} outside={outside} />}
      {inList && (
        <section class="facets" aria-label={text('filters')}>
          <Facet
            view={view}
            title={text('facetShow')}
            values={quickValues(query)}
            labelOf={(label) => text(QUICK[label] ?? 'facetShow')}
          />
          {groups.map(({ name, values }) => (
            <Facet
              key={name}
              view={view}
              title={text(TITLES[name])}
              values={values}
              labelOf={name === 'status' ? statusName : (label) => label}
              areTags={name === 'tag'}
            />
          ))}
        </section>
      )}
      <footer class="side-foot">
        <div class="side-moves">
          <button type="button" class="text-button" onClick={props.onImport}>
            <Icon picture={pictures.importing} />
            {text('openImport')}
          </button>
          <button type="button" class="text-button" onClick={props.onExport}>
            <Icon picture={pictures.exporting} />
            {text('openExport')}
          </button>
        </div>
        <SideButton
          icon={pictures.settings}
          name={text('openSettings')}
          onPress={props.onSettings}
        />
        <SideButton icon={pictures.keyboard} name={text('shortcuts')} onPress={props.onShortcuts} />
        {props.onSidePanel && (
          <SideButton
            icon={pictures.panel}
            name={text('openSidePanel')}
            onPress={props.onSidePanel}
          />
        )}
        {props.onOpenInTab && (
          <SideButton icon={pictures.open} name={text('openInTab')} onPress={props.onOpenInTab} />
        )}
      </footer>
    </>
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

function SideButton(props: { icon: string; name: string; onPress: () => void }): JSX.Element {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={props.name}
      title={props.name}
      onClick={props.onPress}
    >
      <Icon picture={props.icon} />
    </button>
  );
}
