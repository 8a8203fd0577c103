import type { JSX } from 'preact';
import { CopyMenu } from '../../components/copy/CopyMenu';
import type { Paper } from '../../lib/papers/paper';
import { copyPaper } from '../../lib/views/copying';
import type { Notices } from '../../lib/views/notices';

export interface CopyingProps {
  paper: Paper;
  anchor: HTMLElement;
  notices: Pick<Notices, 'show'>;
  onClose: () => void;
}

/** The menu of what can be copied of a paper. */
export function Copying({ paper, anchor, notices, onClose }: CopyingProps): JSX.Element {
  return (
    <CopyMenu
      key={paper.id}
      title={paper.title}
      anchor={anchor}
      onCopy={(as) =>
        copyPaper(paper, as, (copied) => navigator.clipboard.writeText(copied), notices)
      }
      onClose={onClose}
    />
  );
}
