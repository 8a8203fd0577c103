import type { JSX } from 'preact';
import { Icon } from '../../components/Icon';
import { IconButton } from '../../components/IconButton';
import { NewsLink } from '../../components/NewsLink';
import * as pictures from '../../components/pictures';
import { text } from '../../lib/text/text';

export interface FooterProps {
  onExport: () => void;
  onImport: () => void;
  onSettings: () => void;
  onLibrary: () => void;
  /** Shows what is worth a look; absent while nobody knows what is. */
  onWorthALook?: (() => void) | undefined;
  /** Absent where the browser has no place beside the page. */
  onSidePanel?: (() => void) | undefined;
  onShortcuts: () => void;
  /** Whether there is something new that the reader does not know. */
  news?: boolean | undefined;
}

/** What concerns the library as a whole. */
export function Footer(props: FooterProps): JSX.Element {
  return (
    <footer id="footer" tabIndex={-1}>
      <button type="button" class="text-button" onClick={props.onLibrary}>
        <Icon picture={pictures.library} />
        {text('openLibrary')}
      </button>
      <button type="button" class="text-button" onClick={props.onExport}>
        <Icon picture={pictures.exporting} />
        {text('exportJson')}
      </button>
      <button type="button" class="text-button" onClick={props.onImport}>
        <Icon picture={pictures.importing} />
        {text('openImport')}
      </button>
      <span class="spring" />
      {props.news && <NewsLink />}
      {props.onWorthALook && (
        <IconButton
          icon={pictures.eye}
          name={text('placeWorthALook')}
          onPress={props.onWorthALook}
        />
      )}
      <IconButton icon={pictures.keyboard} name={text('shortcuts')} onPress={props.onShortcuts} />
      {props.onSidePanel && (
        <IconButton
          icon={pictures.panel}
          name={text('openSidePanel')}
          onPress={props.onSidePanel}
        />
      )}
      <IconButton icon={pictures.settings} name={text('openSettings')} onPress={props.onSettings} />
    </footer>
  );
}
