import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { text as textOf } from '../../lib/text/text';
import { TexText } from './TexText';

export interface AbstractProps {
  text: string | undefined;
  /** Whether a long one is shown whole, and the way to change that. */
  whole: boolean;
  onWhole: (whole: boolean) => void;
  keywords: readonly string[];
  onSearch?: ((query: string) => void) | undefined;
}

/** Letters of an abstract that leaves room for what is below it: about eight lines. */
const SHORT = 500;

/** The abstract, of a long one its beginning first, and the keywords; nothing where there is neither. */
export function Abstract(props: AbstractProps): JSX.Element | null {
  const { text, keywords, whole, onWhole, onSearch } = props;
  const id = useId();
  const isLong = (text ?? '').length > SHORT;
  const paragraphs = (text ?? '').split(/\n\s*\n/).filter((part) => part.trim() !== '');
  if (paragraphs.length === 0 && keywords.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{textOf('abstractHeading')}</h3>
      <div class={isLong && !whole ? 'abstract folded' : 'abstract'}>
        {paragraphs.map((part, index) => (
          <p key={index} dir="auto">
            <TexText text={part} />
          </p>
        ))}
      </div>
      {isLong && (
        <button
          type="button"
          class="quiet-link"
          aria-expanded={whole}
          onClick={() => onWhole(!whole)}
        >
          {textOf(whole ? 'shorterAbstract' : 'wholeAbstract')}
        </button>
      )}
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
