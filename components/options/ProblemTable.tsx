import type { JSX } from 'preact';
import { countText, text } from '../../lib/text/text';

export interface ProblemTableProps {
  lines: { row: string; name: string; reason: string }[];
  /** Rows with a problem in all; more than are listed, perhaps. */
  count: number;
}

/** Rows of a file that do not come in, or not wholly, and why. */
export function ProblemTable({ lines, count }: ProblemTableProps): JSX.Element {
  const heading = countText('problemsCaption', count);
  const more = count - new Set(lines.map(({ row }) => row)).size;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is scrolled by keyboard when it can have the focus
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
          {lines.map(({ row, name, reason }) => (
            <tr key={`${row} ${reason}`}>
              <td class="problem-row">{row}</td>
              <td class="problem-name">{name}</td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p class="problems-more">{countText('problemsMore', more)}</p>}
    </section>
  );
}
