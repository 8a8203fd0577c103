import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { CopyStyle } from '../../lib/papers/copyStyle';
import { COPY_NAMES } from '../../lib/text/copyNames';
import { text } from '../../lib/text/text';

export interface CopyRowProps {
  /** Copies the paper; a text that could not be put on the clipboard comes back. */
  onCopy: (as: CopyStyle) => Promise<string | undefined>;
}

/** What can be copied of a card's paper; what the browser did not take is shown, selected. */
export function CopyRow({ onCopy }: CopyRowProps): JSX.Element {
  const [left, setLeft] = useState<string>();
  const styles = Object.keys(COPY_NAMES) as CopyStyle[]; // its own keys
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend stands on a line of its own
    <div class="copy-row" role="group" aria-label={text('copy')}>
      <span>{text('copy')}</span>
      {styles.map((as) => (
        <button
          key={as}
          type="button"
          class="copy-button"
          onClick={async () => setLeft(await onCopy(as))}
        >
          {text(COPY_NAMES[as])}
        </button>
      ))}
      {left && (
        <textarea
          readOnly
          aria-label={text('copyRefused')}
          value={left}
          ref={(field) => field?.select()}
        />
      )}
    </div>
  );
}
