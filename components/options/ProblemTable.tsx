import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { countText, text } from '../../lib/text/text';

export interface ListedProblem {
  row: string;
  name: string;
  /** Where it points to, as the file says; no link. */
  address?: string | null;
  reason: string;
}

export interface ProblemTableProps {
  lines: readonly ListedProblem[];
  /** Rows with a problem in all; more than are listed, perhaps. */
  count: number;
  /** Takes the list away as text; absent where it cannot be taken. Resolves when it is done. */
  onCopy?: (list: string) => Promise<void>;
}

/** Most rows that are shown; the list that is copied has all. */
const SHOWN = 200;

/** Rows of a file that do not come in, or not wholly, and why. */
export function ProblemTable({ lines, count, onCopy }: ProblemTableProps): JSX.Element {
  const [isCopied, setCopied] = useState(false);
  const heading = countText('problemsCaption', count);
  const shown = lines.slice(0, SHOWN);
  const rest = restText(count, shown);
  const unlisted = restText(count, lines);
  const copy = async (): Promise<void> => {
    const listed = lines.map(({ row, name, address, reason }) =>
      [row, address ? `${name} ${address}` : name, reason].join('\t'),
    );
    await onCopy?.([heading, ...listed, ...(unlisted === null ? [] : [unlisted])].join('\n'));
    setCopied(true);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is scrolled by keyboard when it can have the focus */}
      <section class="problems" aria-label={heading} tabIndex={0}>
        <table>
          <caption>{heading}</caption>
          <thead>
            <tr>
              <th scope="col">{text('problemRow')}</th>
              <th scope="col">{text('problemPaper')}</th>
              <th scope="col">{text('problemReason')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ row, name, address, reason }) => (
              <tr key={`${row} ${reason}`}>
                <td class="problem-row">{row}</td>
                <td class="problem-name">
                  {name}
                  {address && (
                    <span class="problem-address" title={address}>
                      {' '}
                      {address}
                    </span>
                  )}
                </td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {rest !== null && <p class="problems-more">{rest}</p>}
      </section>
      {onCopy && (
        <p class="problems-copy">
          <button type="button" class="link-button" onClick={() => void copy()}>
            {text(shown.length < lines.length ? 'problemsCopyAll' : 'problemsCopy')}
          </button>{' '}
          <span role="status">{isCopied && text('problemsCopied')}</span>
        </p>
      )}
    </>
  );
}

/** How many rows with a problem are not among some lines; a row may have several. Null if none is missing. */
function restText(count: number, lines: readonly ListedProblem[]): string | null {
  const more = count - new Set(lines.map(({ row }) => row)).size;
  return more > 0 ? countText('problemsMore', more) : null;
}
