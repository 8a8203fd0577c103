import type { JSX } from 'preact';
import type { SyncLook } from '../../lib/views/syncing/look';
import { Icon } from '../Icon';
import * as pictures from '../pictures';

const PICTURES: { [look in SyncLook]: string } = {
  fine: pictures.read,
  busy: pictures.history,
  late: pictures.clock,
  asks: pictures.alert,
};

export interface SyncLineProps {
  look: SyncLook;
  line: string;
  /** The settings, where this is not there. */
  href?: string;
}

/** How this machine is with the others, in one line. */
export function SyncLine({ look, line, href }: SyncLineProps): JSX.Element {
  const content = (
    <>
      <Icon picture={PICTURES[look]} />
      <span>{line}</span>
    </>
  );
  return href === undefined ? (
    <p class="sync-line" data-look={look}>
      {content}
    </p>
  ) : (
    <a class="sync-line" data-look={look} href={href} target="_blank" rel="noopener">
      {content}
    </a>
  );
}
