import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { machineText } from '../../../lib/text/conflictText';
import { cameText } from '../../../lib/text/syncText';
import { countText, numberText, text, timeText } from '../../../lib/text/text';
import type { CameFrom } from '../../../lib/views/syncing/look';

/** How many are shown before all of them are asked for. */
const SHOWN = 8;

export interface WhatCameProps {
  /** The newest first. */
  came: readonly CameFrom[];
  /** The address of a paper in the library. */
  hrefOf: (id: CameFrom['paperId']) => string;
}

/** What other machines said about papers. */
export function WhatCame({ came, hrefOf }: WhatCameProps): JSX.Element {
  const [all, setAll] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    // The button that was pressed goes; what it asked for begins here.
    if (all) list.current?.children[SHOWN]?.querySelector('a')?.focus();
  }, [all]);
  if (came.length === 0) return <p class="about">{text('syncNothingCame')}</p>;
  const isFolded = came.length > SHOWN + 1 && !all;
  return (
    <>
      <ol class="what-came" ref={list}>
        {(isFolded ? came.slice(0, SHOWN) : came).map((one) => (
          <li key={`${one.at} ${one.machine} ${one.paperId}`}>
            {one.count === undefined ? (
              <a href={hrefOf(one.paperId)}>{one.title}</a>
            ) : (
              countText('syncCameMany', one.count)
            )}
            <p>{cameText(one)}</p>
            <p class="came-from">
              {machineText(one.machine)} · <time dateTime={one.at}>{timeText(one.at)}</time>
            </p>
          </li>
        ))}
      </ol>
      {isFolded && (
        <button type="button" class="button button-quiet" onClick={() => setAll(true)}>
          {text('syncAllThatCame', numberText(came.length))}
        </button>
      )}
    </>
  );
}
