import './columnChart.css';
import type { JSX } from 'preact';
import { numberText, text } from '../../lib/text/text';
import { niceTop } from './niceTop';

/** One column. */
export interface Column {
  /** What it counts, in full. */
  label: string;
  count: number;
  /** Where its papers are; a column of none leads nowhere. */
  href: string;
  /** Below it on the axis; most have nothing there. */
  tick?: string | undefined;
}

export interface ColumnChartProps {
  name: string;
  /** What a column stands for, above the first column of the table. */
  of: string;
  columns: readonly Column[];
  colour: 'star' | 'accent';
}

/** Height of the drawing, and of the room above its highest column, in pixels. */
const HEIGHT = 150;
const ABOVE = 14;

/** Columns that there is room for at least: fewer would be as wide as a page. */
const FEWEST = 8;

/** Columns over time, each a link to its papers, and the same as a table. */
export function ColumnChart({ name, of, columns, colour }: ColumnChartProps): JSX.Element {
  const top = niceTop(Math.max(...columns.map(({ count }) => count)));
  const share = 100 / Math.max(FEWEST, columns.length);
  const yOf = (count: number): number => HEIGHT - (count / top) * (HEIGHT - ABOVE);
  return (
    <>
      <div class="column-chart" data-colour={colour}>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be within a drawing */}
        <svg role="group" aria-label={name} width="100%" height={HEIGHT}>
          {[top / 2, top].map((value) => (
            <line key={value} x1="0" x2="100%" y1={yOf(value)} y2={yOf(value)} />
          ))}
          {columns.map(({ label, count, href }, at) => {
            const y = Math.min(yOf(count), HEIGHT - 3);
            const shape = (
              <>
                <rect
                  class="reach"
                  x={`${at * share}%`}
                  width={`${share}%`}
                  y="0"
                  height={HEIGHT}
                />
                <rect
                  class="column"
                  x={`${(at + 0.14) * share}%`}
                  width={`${0.72 * share}%`}
                  y={count === 0 ? HEIGHT - 1 : y}
                  height={count === 0 ? 1 : HEIGHT - y}
                  rx="2"
                />
              </>
            );
            const said = `${label}: ${numberText(count)}`;
            return count === 0 ? (
              <g key={label}>{shape}</g>
            ) : (
              <a key={label} href={href} aria-label={said}>
                <title>{said}</title>
                {shape}
              </a>
            );
          })}
        </svg>
        <span class="chart-top" aria-hidden="true">
          {numberText(top)}
        </span>
        <div class="chart-ticks" aria-hidden="true">
          {columns.map(
            ({ label, tick }, at) =>
              tick !== undefined && (
                <span key={label} style={{ left: `${(at + 0.5) * share}%` }}>
                  {tick}
                </span>
              ),
          )}
        </div>
      </div>
      <details class="chart-table">
        <summary>{text('statisticsTable')}</summary>
        <table>
          <caption class="for-screen-readers">{name}</caption>
          <thead>
            <tr>
              <th scope="col">{of}</th>
              <th scope="col">{text('papers')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ label, count, href }) => (
              <tr key={label}>
                <th scope="row">{count === 0 ? label : <a href={href}>{label}</a>}</th>
                <td>{numberText(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
