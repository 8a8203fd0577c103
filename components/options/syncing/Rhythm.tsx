import type { JSX } from 'preact';
import { countText, text } from '../../../lib/text/text';
import type { SyncRhythm } from '../../../lib/views/syncing/look';
import { ChoiceGroup } from '../ChoiceGroup';

export interface RhythmProps {
  minutes: SyncRhythm;
  /** Every rhythm that there is. */
  rhythms: readonly SyncRhythm[];
  onPick: (minutes: SyncRhythm) => void;
}

/** How often the folder is looked at. */
export function Rhythm({ minutes, rhythms, onPick }: RhythmProps): JSX.Element {
  return (
    <ChoiceGroup
      label={text('syncRhythm')}
      hint={text('syncRhythmHint')}
      value={String(minutes)}
      options={rhythms.map((one) => [String(one), nameOf(one)] as const)}
      onPick={(picked) => {
        const found = rhythms.find((one) => String(one) === picked);
        if (found !== undefined) onPick(found);
      }}
    />
  );
}

function nameOf(minutes: SyncRhythm): string {
  if (minutes === null) return text('syncByHand');
  return minutes === 60 ? text('syncHourly') : countText('syncMinutes', minutes);
}
