import { copyAs } from '../formats/copying';
import type { CopyStyle } from '../papers/copyStyle';
import type { Paper } from '../papers/paper';
import { COPY_NAMES } from '../text/copyNames';
import { text } from '../text/text';
import type { Notices } from '../views/notices';

/**
 * Puts a paper on the clipboard and says so. Where the browser does not take it (a policy, or the page lost the focus),
 * resolves with the text.
 */
export async function copyPaper(
  paper: Paper,
  as: CopyStyle,
  write: (text: string) => Promise<void>,
  notices: Pick<Notices, 'show'>,
): Promise<string | null> {
  const copied = copyAs(paper, as);
  try {
    await write(copied);
  } catch {
    return copied;
  }
  notices.show('done', text('copied', text(COPY_NAMES[as])));
  return null;
}
