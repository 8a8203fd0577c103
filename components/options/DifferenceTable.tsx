import type { JSX } from 'preact';
import { text } from '../../lib/text/text';
import { LongText } from './LongText';

/** A value as it is shown: a text, none where it is empty, or tags of which some are new. */
export type DifferenceValue = string | { tag: string; isNew: boolean }[];

export interface DifferenceRow {
  field: string;
  name: string;
  before: DifferenceValue;
  incoming: DifferenceValue;
  /** Null where the field stays as it is. */
  after: DifferenceValue | null;
}

export interface DifferenceTableProps {
  rows: readonly DifferenceRow[];
}

/** Characters of a value that are shown at first. A note that results is two notes at times. */
const MOST = { note: 240, mergedNote: 520, fact: 120 };

/** Fields of one paper: what there is, what comes, what results. */
export function DifferenceTable({ rows }: DifferenceTableProps): JSX.Element {
  const [has, comes, becomes] = [text('importHas'), text('importComes'), text('importBecomes')];
  return (
    <table class="differences">
      <thead>
        <tr>
          <th scope="col">
            <span class="visually-hidden">{text('importField')}</span>
          </th>
          <th scope="col">{has}</th>
          <th scope="col">{comes}</th>
          <th scope="col">{becomes}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ field, name, before, incoming, after }) => (
          <tr key={field} data-field={field}>
            <th scope="row">{name}</th>
            <td data-column={has}>
              <Value value={before} most={field === 'note' ? MOST.note : MOST.fact} />
            </td>
            <td data-column={comes}>
              <Value value={incoming} most={field === 'note' ? MOST.note : MOST.fact} />
            </td>
            <td data-column={becomes} class={after === null ? undefined : 'difference-after'}>
              {after === null ? (
                <span class="no-value">{text('importStays')}</span>
              ) : (
                <Value
                  value={after}
                  most={field === 'note' ? MOST.mergedNote : MOST.fact}
                  showsNew
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ValueProps {
  value: DifferenceValue;
  most: number;
  /** Marks the tags that are new. */
  showsNew?: boolean;
}

function Value({ value, most, showsNew = false }: ValueProps): JSX.Element {
  if (value.length === 0) return <span class="no-value">{text('importFieldNothing')}</span>;
  if (typeof value === 'string') return <LongText value={value} most={most} />;
  return (
    <ul class="chips">
      {value.map(({ tag, isNew }) => (
        <li key={tag} class="chip" data-new={(showsNew && isNew) || undefined}>
          {tag}
          {showsNew && isNew && <span class="visually-hidden"> {text('importNewTag')}</span>}
        </li>
      ))}
    </ul>
  );
}
