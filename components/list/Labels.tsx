import { createContext, type JSX } from 'preact';
import { useContext } from 'preact/hooks';
import type { Label } from '../../lib/labels/label';
import type { ListedPaper } from '../../lib/papers/list';

/** What is said about a paper beside what the reader said. */
export type LabelsOf = (listed: ListedPaper) => readonly Label[];

/** Where a list's labels are from; nothing is said until somebody knows. */
export const LabelsOn = createContext<LabelsOf>(() => []);

/** The labels of a paper of a list, each whole: here there is room. */
export function Labels({ listed }: { listed: ListedPaper }): JSX.Element | null {
  const labels = useContext(LabelsOn)(listed);
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
