import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { type Mark, markedParts } from '../lib/papers/query/marks';

export interface HighlightedProps {
  text: string;
  /** What a search looked for (`wordsToMark`). */
  marks: readonly Mark[];
}

/** A text in which what a search found is marked. */
export function Highlighted({ text, marks }: HighlightedProps): JSX.Element {
  const parts = useMemo(() => markedParts(text, marks), [text, marks]);
  return (
    <>
      {parts.map((part, index) => (part.marked ? <mark key={index}>{part.text}</mark> : part.text))}
    </>
  );
}
