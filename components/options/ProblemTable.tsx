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

/** Rows of a file that do not come in, or not wholly, and why. */
export function ProblemTable({ lines, count, onCopy }: ProblemTableProps): JSX.Element {
  const [isCopied, setCopied] = useState(false);
  const heading = countText('problemsCaption', count);
  const more = count - new Set(lines.map(({ row }) => row)).size;
  const rest = more > 0 ? countText('problemsMore', more) : null;
  const copy = async (): Promise<void> => {
    const listed = lines.map(({ row, name, address, reason }) =>
      [row, address ? `${name} ${address}` : name, reason].join('\t'),
    );
    await onCopy?.([heading, ...listed, ...(rest === null ? [] : [rest])].join('\n'));
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
            {lines.map(({ row, name, address, reason }) => (
              <tr key={`${row} ${reason}`}>
                <td class="problem-row">{row}</td>
                <td class="problem-name">
                  {name}
                  {address && <span class="problem-address"> {address}</span>}
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
            {text('problemsCopy')}
          </button>{' '}
          <span role="status">{isCopied && text('problemsCopied')}</span>
        </p>
      )}
    </>
  );
}
