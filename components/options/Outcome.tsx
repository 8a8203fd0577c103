import type { ComponentChildren, JSX } from 'preact';

export interface OutcomeProps {
  /** What happened; null says nothing. */
  said: string | null;
  /** Whether it went wrong. */
  isError?: boolean;
  /** More of it, or what can be done now. */
  children?: ComponentChildren;
}

/** Says how something went, aloud too. It is always on the page: what is put into it is announced. */
export function Outcome({ said, isError = false, children }: OutcomeProps): JSX.Element {
  return (
    <>
      <div class="outcome" role="status">
        {said !== null && !isError && <p>{said}</p>}
      </div>
      <div class="outcome outcome-error" role="alert">
        {said !== null && isError && <p>{said}</p>}
      </div>
      {said !== null && children}
    </>
  );
}
