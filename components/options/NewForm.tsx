import type { JSX } from 'preact';
import { text } from '../../lib/text/text';
import { ChoiceGroup } from './ChoiceGroup';

/** What becomes of cards whose papers were seen; null: nothing. */
type Seen = 'dim' | 'hide' | null;

export interface NewFormProps<Id extends string> {
  /** Whether papers that are new have a mark. */
  marks: boolean;
  sites: readonly { id: Id; name: string; seen: Seen }[];
  onMarks: (on: boolean) => void;
  onSeen: (site: Id, wanted: Seen) => void;
}

/** The mark of what is new, and for each site what becomes of what was seen. */
export function NewForm<Id extends string>(props: NewFormProps<Id>): JSX.Element {
  const { marks, sites, onMarks, onSeen } = props;
  const choices = [
    ['show', text('seenCardsShow')],
    ['dim', text('seenCardsDim')],
    ['hide', text('seenCardsHide')],
  ] as const;
  return (
    <>
      <p class="about">{text('newAbout')}</p>
      <label class="single-keys">
        <input
          type="checkbox"
          checked={marks}
          onChange={({ currentTarget }) => onMarks(currentTarget.checked)}
        />
        <span>
          {text('newMarksLabel')}
          <small>{text('newMarksHint')}</small>
        </span>
      </label>
      <h3>{text('seenCardsHeading')}</h3>
      <p class="about">{text('seenCardsAbout')}</p>
      {sites.map(({ id, name, seen }) => (
        <ChoiceGroup
          key={id}
          label={name}
          value={seen ?? 'show'}
          options={choices}
          onPick={(picked) => onSeen(id, picked === 'show' ? null : picked)}
        />
      ))}
    </>
  );
}
