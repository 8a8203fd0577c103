import type { JSX } from 'preact';
import { numberText, text, timeText } from '../../lib/text/text';

/** A copy, as it is listed. */
export interface ListedCopy {
  name: number | 'present';
  /** When the last change in it was made. */
  at: string;
  papers: number;
  /** How big it is, for people. */
  size: string;
  isOffered: boolean;
}

export interface CopiesTableProps {
  copies: ListedCopy[];
  onRestore: (copy: ListedCopy) => void;
  onSave: (copy: ListedCopy) => void;
}

/** The copies that there are, the newest first. */
export function CopiesTable({ copies, onRestore, onSave }: CopiesTableProps): JSX.Element {
  return (
    <table class="copies">
      <caption class="visually-hidden">{text('backupStates')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('backupWhen')}</th>
          <th scope="col" class="copies-number">
            {text('backupPapers')}
          </th>
          <th scope="col" class="copies-number">
            {text('backupSize')}
          </th>
          <th scope="col">
            <span class="visually-hidden">{text('backupActions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {copies.map((copy) => (
          <tr key={copy.name} data-offered={copy.isOffered || undefined}>
            <th scope="row">
              {timeText(copy.at)} <Mark {...copy} />
            </th>
            <td class="copies-number" data-unit={text('backupPapers')}>
              {numberText(copy.papers)}
            </td>
            <td class="copies-number">{copy.size}</td>
            <td class="copies-ways">
              <button
                type="button"
                class="button"
                aria-label={text('backupRestoreThis', timeText(copy.at))}
                onClick={() => onRestore(copy)}
              >
                {text('backupRestore')}
              </button>
              <button
                type="button"
                class="button button-quiet"
                aria-label={text('backupSaveThis', timeText(copy.at))}
                onClick={() => onSave(copy)}
              >
                {text('backupSave')}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Mark({ name, isOffered }: ListedCopy): JSX.Element | null {
  if (isOffered) return <span class="copies-mark">{text('backupOffered')}</span>;
  return name === 'present' ? <span class="copies-mark">{text('backupPresent')}</span> : null;
}
