import type { Paper } from '../papers/paper';
import { isUpdated } from '../papers/versions';
import { text } from '../text/text';
import type { Label } from './label';

/** Says that a paper was withdrawn, and that there is a newer version than the reader's. */
export function versionLabels(paper: Paper): Label[] {
  const { version = 0, versionRead = 0, withdrawn } = paper;
  const labels: Label[] = [];
  if (withdrawn) {
    labels.push({ sign: '⊘', shown: text('withdrawnPaper'), said: text('withdrawnPaperSaid') });
  }
  if (isUpdated(paper)) {
    const said = text('newVersionSaid', version, versionRead);
    labels.push({ sign: '↑', shown: text('newVersion', version), said });
  }
  return labels;
}
