import { useLayoutEffect, useReducer } from 'preact/hooks';

/** Renders again after every change of a thing that can be watched. */
export function useObservable(watched: { subscribe(listener: () => void): () => void }): void {
  const [, renderAgain] = useReducer((turn: number, _: undefined) => turn + 1, 0);
  useLayoutEffect(() => {
    renderAgain(undefined); // it may have changed between the first render and now
    return watched.subscribe(() => renderAgain(undefined));
  }, [watched]);
}
