import { useEffect, useState } from 'preact/hooks';
import { hasLearned } from '../../lib/views/ranking/learned';
import type { Environment } from './environment';

/** Whether it is known what fits the reader; asked once the first screen is painted. */
export function useLearned({ ranking }: Environment): boolean {
  const [learned, setLearned] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() =>
      setTimeout(() => {
        void hasLearned(ranking).then(setLearned);
      }),
    );
    return () => cancelAnimationFrame(frame);
  }, [ranking]);
  return learned;
}
