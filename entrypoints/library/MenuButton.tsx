import type { JSX } from 'preact';
import { Icon } from '../../components/Icon';
import * as pictures from '../../components/pictures';
import { text } from '../../lib/text/text';

/** Shows the places where there is no room for them beside the page. */
export function MenuButton({ onPress }: { onPress: () => void }): JSX.Element {
  return (
    <button type="button" class="text-button place-menu" onClick={onPress}>
      <Icon picture={pictures.filter} />
      {text('showPlaces')}
    </button>
  );
}
