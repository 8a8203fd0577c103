import './barTable.css';
import type { JSX } from 'preact';
import { numberText, text } from '../../lib/text/text';

/** One row. */
export interface BarRow {
  label: string;
  count: number;
  href: string;
}

export interface BarTableProps {
  name: string;
  rows: readonly BarRow[];
  /** Where it cannot be known of every paper. */
  about?: string | undefined;
}

/** Bars that lie: a table whose numbers are drawn, too. Each name leads to its papers. */
export function BarTable({ name, rows, about }: BarTableProps): JSX.Element {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <>
      {rows.length === 0 ? (
        <p class="chart-none">{text('statisticsNone')}</p>
      ) : (
        <table class="bar-table">
          <caption class="for-screen-readers">{name}</caption>
          <thead class="for-screen-readers">
            <tr>
              <th scope="col">{text('statisticsOf')}</th>
              <th scope="col">{text('papers')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, count, href }) => (
              <tr key={label}>
                <th scope="row">
                  {count === 0 ? (
                    <span dir="auto">{label}</span>
                  ) : (
                    <a href={href} dir="auto">
                      {label}
                    </a>
                  )}
                </th>
                <td>
                  <span class="bar" style={{ inlineSize: `${(count / most) * 100}%` }} />
                  <span class="bar-count">{numberText(count)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {about !== undefined && <p class="chart-about">{about}</p>}
    </>
  );
}
