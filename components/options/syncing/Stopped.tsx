import type { JSX } from 'preact';
import { type NamedPlace, syncFailure } from '../../../lib/text/syncText';
import { text } from '../../../lib/text/text';
import type { StoppedState } from '../../../lib/views/syncing/look';

export interface StoppedProps extends Omit<StoppedState, 'kind' | 'changes'> {
  place: NamedPlace;
  onCorrect: () => void;
  /** Asks the browser again; needs the click. */
  onAllow: () => void;
  onPutAgain: () => void;
  onMergeOther: () => void;
}

/** Why nothing is sent or fetched, and what the reader can do about it. */
export function Stopped(props: StoppedProps): JSX.Element {
  const actions = actionsOf(props);
  return (
    <div class="offer-said">
      <p>{adviceOf(props)}</p>
      {actions.length > 0 && (
        <div class="actions">
          {actions.map(([name, act], at) => (
            <button
              key={name}
              type="button"
              class={at === 0 ? 'button button-main' : 'button'}
              onClick={act}
            >
              {name}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function adviceOf({ why, status, place }: StoppedProps): string {
  switch (why) {
    case 'refused':
      return text('syncRefusedAct', place.host);
    case 'permission':
      return text('syncAllowAct', place.host);
    case 'noLibrary':
      return text('syncNoLibraryAct');
    case 'otherLibrary':
      return text('syncOtherLibraryAct');
    case 'twoLibraries':
      return text('syncTwoLibrariesAct');
    case 'newer':
      return text('syncNewer');
    default:
      return syncFailure({ why, status }, place);
  }
}

type Action = readonly [name: string, act: () => void];

function actionsOf({ why, onCorrect, onAllow, onPutAgain, onMergeOther }: StoppedProps): Action[] {
  const correct: Action = [text('syncPlaceAgain'), onCorrect];
  switch (why) {
    case 'permission':
      return [[text('syncAllow'), onAllow], correct];
    case 'noLibrary':
      return [[text('syncPutAgain'), onPutAgain], correct];
    case 'otherLibrary':
    case 'twoLibraries':
      return [[text('syncMergeOther'), onMergeOther], correct];
    case 'newer':
      return [];
    default:
      return [correct];
  }
}
