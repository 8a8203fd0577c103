import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { spans } from '../../lib/maths/spans';
import { Formula } from './Formula';

/** A title or an abstract, its formulas as formulas. */
export function TexText({ text }: { text: string }): JSX.Element {
  const parts = useMemo(() => spans(text), [text]);
  return (
    <>
      {parts.map((part, index) =>
        part.kind === 'maths' ? <Formula key={index} {...part} /> : part.plain,
      )}
    </>
  );
}
