import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { InParts } from '../lib/papers/query/marks';

export interface HighlightedProps {
  text: string;
  inParts: InParts;
}

/** A text in which what a search found is marked. */
export function Highlighted({ text, inParts }: HighlightedProps): JSX.Element {
  const parts = useMemo(() => inParts(text), [text, inParts]);
  return (
    <>
      {parts.map((part, index) => (part.marked ? <mark key={index}>{part.text}</mark> : part.text))}
    </>
  );
}
