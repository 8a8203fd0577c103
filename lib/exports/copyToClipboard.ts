import type { CopyStyle } from '../papers/copyStyle';
import type { Paper } from '../papers/paper';
import type { Notices } from '../views/notices';

/** `copyPaper` on the browser's clipboard. The code of the formats is loaded when it is first asked for. */
export async function copyToClipboard(
  paper: Paper,
  as: CopyStyle,
  notices: Pick<Notices, 'show'>,
): Promise<string | null> {
  const { copyPaper } = await import('./clipboard');
  return copyPaper(paper, as, (copied) => navigator.clipboard.writeText(copied), notices);
}
