import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { text as textOf } from '../../lib/text/text';
import { TexText } from './TexText';

export interface AbstractProps {
  text: string | undefined;
  keywords: readonly string[];
  onSearch?: ((query: string) => void) | undefined;
}

/** The whole abstract and the keywords; nothing where there is neither. */
export function Abstract({ text, keywords, onSearch }: AbstractProps): JSX.Element | null {
  const id = useId();
  const paragraphs = (text ?? '').split(/\n\s*\n/).filter((part) => part.trim() !== '');
  if (paragraphs.length === 0 && keywords.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{textOf('abstractHeading')}</h3>
      {paragraphs.map((part, index) => (
        <p key={index} class="abstract" dir="auto">
          <TexText text={part} />
        </p>
      ))}
      {keywords.length > 0 && (
        <ul class="keywords" aria-label={textOf('keywords')}>
          {keywords.map((keyword) => (
            <li key={keyword}>
              {onSearch ? (
                <button
                  type="button"
                  title={textOf('searchFor', keyword)}
                  onClick={() => onSearch(`"${keyword.replaceAll('"', '')}"`)}
                >
                  {keyword}
                </button>
              ) : (
                <span>{keyword}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
