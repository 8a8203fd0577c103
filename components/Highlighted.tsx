import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Mark } from '../lib/papers/query/marks';
import { useMarking } from './useMarking';

export interface HighlightedProps {
  text: string;
  /** What a search looked for (`wordsToMark`). */
  marks: readonly Mark[];
}

/** A text in which what a search found is marked. */
export function Highlighted({ text, marks }: HighlightedProps): JSX.Element {
  const inParts = useMarking(marks);
  const parts = useMemo(() => inParts(text), [text, inParts]);
  return (
    <>
      {parts.map((part, index) => (part.marked ? <mark key={index}>{part.text}</mark> : part.text))}
    </>
  );
}
