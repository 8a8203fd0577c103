import type { ComponentChildren, JSX } from 'preact';
import { Icon } from '../../components/Icon';
import { IconButton } from '../../components/IconButton';
import { PlaceLink } from '../../components/library/PlaceLink';
import { NewsLink } from '../../components/NewsLink';
import * as pictures from '../../components/pictures';
import { useLater } from '../../components/useLater';
import { later } from '../../lib/later';
import { text } from '../../lib/text/text';
import { writeAddress } from '../../lib/views/library/address';
import type { Library } from '../../lib/views/library/library';
import { WORTH_A_LOOK } from '../../lib/views/ranking/learned';
import type { Environment } from './environment';
import { Facets } from './Facets';
import { ROUTES } from './routes';

export interface SidebarProps {
  view: Library;
  /** Whether it is known what fits the reader. */
  learned: boolean;
  environment: Environment;
  onShortcuts: () => void;
  onSettings: () => void;
  onImport: () => void;
  onExport: () => void;
  /** Absent where there is no such place, or this is it. */
  onSidePanel?: (() => void) | undefined;
  onOpenInTab?: (() => void) | undefined;
  /** Whether there is something new that the reader does not know. */
  news?: boolean | undefined;
  /** How this machine is with others, where there are any. */
  machines?: ComponentChildren;
}

const searches = later(async () => (await import('./Searches')).Searches);

/** Where one can go, and by what the list can be narrowed. */
export function Sidebar(props: SidebarProps): JSX.Element {
  const { view, environment, learned } = props;
  // Not before the first screen is read.
  const Searches = useLater(view.state().bookmarks !== null, searches);
  const { address, bookmarks } = view.state();
  const { route, scope } = address;
  const inList = route === 'list';
  const hrefOf = (part: Partial<typeof address>): string =>
    writeAddress({ ...address, sort: 'starred', paper: null, ...part });

  const worthALook = writeAddress(WORTH_A_LOOK);
  const isWorthALook = writeAddress({ ...address, paper: null }) === worthALook;

  return (
    <>
      <div class="side-body">
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
            current={inList && scope === 'history' && !isWorthALook}
          />
          {learned && (
            <PlaceLink
              icon={pictures.eye}
              name={text('placeWorthALook')}
              hint={text('placeWorthALookHint')}
              href={worthALook}
              current={isWorthALook}
            />
          )}
          {ROUTES.map((place) => (
            <PlaceLink
              key={place.route}
              icon={place.icon}
              name={text(place.name)}
              href={hrefOf({ route: place.route })}
              current={route === place.route}
            />
          ))}
        </nav>
        {Searches !== null && <Searches view={view} environment={environment} />}
        {inList && <Facets view={view} />}
      </div>
      <footer class="side-foot">
        {props.machines}
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
        {props.news && <NewsLink />}
        <IconButton
          icon={pictures.settings}
          name={text('openSettings')}
          onPress={props.onSettings}
        />
        <IconButton icon={pictures.keyboard} name={text('shortcuts')} onPress={props.onShortcuts} />
        {props.onSidePanel && (
          <IconButton
            icon={pictures.panel}
            name={text('openSidePanel')}
            onPress={props.onSidePanel}
          />
        )}
        {props.onOpenInTab && (
          <IconButton icon={pictures.open} name={text('openInTab')} onPress={props.onOpenInTab} />
        )}
      </footer>
    </>
  );
}
