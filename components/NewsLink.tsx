import type { JSX } from 'preact';
import { text } from '../lib/text/text';
import { Icon } from './Icon';
import * as pictures from './pictures';

/** After an update, a quiet way to what is new. */
export function NewsLink(): JSX.Element {
  const name = text('whatsNewButton');
  return (
    <a
      class="icon-button news-link"
      href="/options.html#news"
      target="_blank"
      rel="noreferrer"
      aria-label={name}
      title={name}
    >
      <Icon picture={pictures.news} />
    </a>
  );
}
