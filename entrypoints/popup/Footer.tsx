import type { JSX } from 'preact';
import { Icon, type IconName } from '../../components/icons';
import { text } from '../../lib/text/text';

export interface FooterProps {
  onExport: () => void;
  onImport: () => void;
  onSettings: () => void;
  /** Absent where the popup is a tab already. */
  onOpenInTab?: (() => void) | undefined;
  onShortcuts: () => void;
}

/** What concerns the library as a whole. */
export function Footer(props: FooterProps): JSX.Element {
  return (
    <footer id="footer" tabIndex={-1}>
      <button type="button" class="text-button" onClick={props.onExport}>
        <Icon name="export" />
        {text('exportJson')}
      </button>
      <button type="button" class="text-button" onClick={props.onImport}>
        <Icon name="import" />
        {text('importJson')}
      </button>
      <span class="spring" />
      <IconButton icon="keyboard" name={text('shortcuts')} onPress={props.onShortcuts} />
      {props.onOpenInTab && (
        <IconButton icon="open" name={text('openInTab')} onPress={props.onOpenInTab} />
      )}
      <IconButton icon="settings" name={text('openSettings')} onPress={props.onSettings} />
    </footer>
  );
}

function IconButton(props: { icon: IconName; name: string; onPress: () => void }): JSX.Element {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={props.name}
      title={props.name}
      onClick={props.onPress}
    >
      <Icon name={props.icon} />
    </button>
  );
}
