import type { JSX } from 'preact';
import { Icon } from '../../components/Icon';
import * as pictures from '../../components/pictures';
import { text } from '../../lib/text/text';

/** The name above the left column, and, where that lies over the page, the way to close it. */
export function SidebarHead({ onClose }: { onClose: (() => void) | undefined }): JSX.Element {
  return (
    <header class="side-head">
      <h1>{text('extensionName')}</h1>
      {onClose && (
        <button type="button" class="icon-button" aria-label={text('dismiss')} onClick={onClose}>
          <Icon picture={pictures.close} />
        </button>
      )}
    </header>
  );
}
