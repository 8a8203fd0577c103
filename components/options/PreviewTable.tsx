import type { JSX } from 'preact';
import { text } from '../../lib/text/text';

export interface PreviewTableProps {
  newCount: number;
  mergeCount: number;
  sameCount: number;
  unreadableCount: number;
}

/** What an import would do, in numbers. */
export function PreviewTable(props: PreviewTableProps): JSX.Element {
  const { newCount, mergeCount, sameCount, unreadableCount } = props;
  return (
    <table class="preview-table">
      <caption class="visually-hidden">{text('importPreviewCaption')}</caption>
      <tbody>
        <Row name={text('importNew')} about={text('importNewAbout')} count={newCount} />
        <Row name={text('importMerged')} about={text('importMergedAbout')} count={mergeCount} />
        <Row name={text('importSame')} about={text('importSameAbout')} count={sameCount} />
        {unreadableCount > 0 && (
          <Row
            name={text('importUnreadable')}
            about={text('importUnreadableAbout')}
            count={unreadableCount}
            isBad
          />
        )}
      </tbody>
    </table>
  );
}

interface RowProps {
  name: string;
  about: string;
  count: number;
  isBad?: boolean;
}

function Row({ name, about, count, isBad = false }: RowProps): JSX.Element {
  return (
    <tr data-bad={isBad || undefined} data-none={count === 0 || undefined}>
      <td class="preview-count">{count}</td>
      <th scope="row">
        {name} <span class="preview-about">{about}</span>
      </th>
    </tr>
  );
}
