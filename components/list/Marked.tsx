import type { JSX } from 'preact';
import { markWords } from '../../lib/papers/marking';

export interface MarkedProps {
  text: string;
  /** The words that were searched for, folded. */
  words: readonly string[];
}

/** A text in which what a search found is marked. */
export function Marked({ text, words }: MarkedProps): JSX.Element {
  if (words.length === 0) return <>{text}</>;
  return (
    <>
      {markWords(text, words).map((piece, index) =>
        piece.found ? <mark key={index}>{piece.text}</mark> : piece.text,
      )}
    </>
  );
}
