import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type BulkPatch, STATUSES } from '../../lib/papers/annotation';
import type { TagCount } from '../../lib/papers/tags';
import { countText, numberText, text } from '../../lib/text/text';
import { statusText } from '../annotation/status';
import { Icon } from '../Icon';
import { Choice } from '../list/Choice';
import * as pictures from '../pictures';
import { BulkTags } from './BulkTags';

export interface BulkBarProps {
  count: number;
  /** Whether all of them have a star. */
  starred: boolean;
  tagsInUse: TagCount[];
  /** Tags of those among the selected papers that are known. */
  tags: string[];
  /** Which field for tags is open. */
  tagging: 'add' | 'remove' | null;
  onTagging: (which: 'add' | 'remove' | null) => void;
  onPatch: (patch: BulkPatch) => void;
  onExport: () => void;
  onRemove: () => void;
  onClear: () => void;
}

/** What can be done to the selected papers, each in one step. */
export function BulkBar(props: BulkBarProps): JSX.Element {
  const { count, starred, tagging, onTagging, onPatch } = props;
  return (
    <div class="bulk-bar" role="toolbar" aria-label={text('bulkActions')}>
      <button
        type="button"
        class="icon-button"
        aria-label={text('clearSelection')}
        title={text('clearSelection')}
        onClick={props.onClear}
      >
        <Icon picture={pictures.close} />
      </button>
      <strong role="status">{countText('selected', count, numberText(count))}</strong>
      <div class="bulk-buttons">
        <button type="button" class="text-button" onClick={() => onPatch({ starred: !starred })}>
          <Icon picture={pictures.star} filled={starred} />
          <span>{text(starred ? 'bulkUnstar' : 'bulkStar')}</span>
        </button>
        <BulkTags {...props} which="add" open={tagging === 'add'} onOpen={onTagging} />
        <BulkTags {...props} which="remove" open={tagging === 'remove'} onOpen={onTagging} />
        <StatusChoice onPatch={onPatch} />
        <button type="button" class="text-button" onClick={props.onExport}>
          <Icon picture={pictures.exporting} />
          <span>{text('openExport')}</span>
        </button>
        <button type="button" class="text-button danger" onClick={props.onRemove}>
          <Icon picture={pictures.trash} />
          <span>{text('bulkRemove')}</span>
        </button>
      </div>
    </div>
  );
}

/** A choice that acts at once, and then offers the same again. */
function StatusChoice({ onPatch }: Pick<BulkBarProps, 'onPatch'>): JSX.Element {
  const [turn, setTurn] = useState(0);
  return (
    <Choice
      key={turn}
      label={text('bulkStatus')}
      value=""
      options={[
        ['', text('bulkStatus')],
        ...STATUSES.map((status) => [status, statusText(status)] as const),
        ['none', statusText(null)],
      ]}
      onPick={(value) => {
        if (value === '') return;
        onPatch({ status: STATUSES.find((status) => status === value) ?? null });
        setTurn(turn + 1);
      }}
    />
  );
}
