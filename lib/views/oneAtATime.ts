/** Something that is done again and again, never twice at once. */
export interface Turns {
  /** Does it once more; resolves when what was asked for by now is done. */
  again(): Promise<void>;
}

/** See `Turns`. What is asked for while it is being done is done once, after it. */
export function oneAtATime(turn: () => Promise<void>): Turns {
  let current: Promise<void> | null = null;
  let next: Promise<void> | null = null;

  function begin(): Promise<void> {
    current = turn().finally(() => {
      current = null;
    });
    return current;
  }

  return {
    again() {
      if (current === null) return begin();
      next ??= current.then(() => {
        next = null;
        return begin();
      });
      return next;
    },
  };
}
