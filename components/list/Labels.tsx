import type { JSX } from 'preact';
import type { Label } from '../../lib/labels/label';

/** The labels of a paper of a list, each whole: here there is room. */
export function Labels({ labels }: { labels: readonly Label[] }): JSX.Element | null {
  if (labels.length === 0) return null;
  return (
    <ul class="labels-said">
      {labels.map(({ sign, colours = [''], shown, said }) => (
        <li key={sign} title={said}>
          {colours.map((colour, at) => (
            <span key={at} style={{ color: colour }} aria-hidden="true">
              {sign}
            </span>
          ))}{' '}
          <span aria-hidden="true">{shown}</span>
          <span class="for-screen-readers">{said}</span>
        </li>
      ))}
    </ul>
  );
}
