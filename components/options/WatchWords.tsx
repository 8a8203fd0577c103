import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { TAG_COLOURS, type TagColour } from '../../lib/papers/tagColours';
import { WATCH_LIMITS, type WatchWord } from '../../lib/papers/watchWords';
import { text } from '../../lib/text/text';
import { IconButton } from '../IconButton';
import * as pictures from '../pictures';
import { COLOUR_NAMES } from '../tags/ColourPicker';
import { TagDot } from '../tags/TagDot';

export interface WatchWordsProps {
  words: readonly WatchWord[];
  /** Whether something can be watched for. */
  isWatchable: (text: string) => boolean;
  onChange: (words: WatchWord[]) => void;
}

/** What the reader watches for: a list, each with its colour, and a line for one more. */
export function WatchWords({ words, isWatchable, onChange }: WatchWordsProps): JSX.Element {
  return (
    <div class="watch-words">
      {words.length > 0 && (
        <ul>
          {words.map((word) => (
            <li key={word.text}>
              <ColourField
                colour={word.colour}
                name={text('watchWordColour', word.text)}
                onPick={(colour) =>
                  onChange(words.map((one) => (one === word ? { ...one, colour } : one)))
                }
              />
              <span class="watch-word" dir="auto">
                {word.text}
              </span>
              <IconButton
                icon={pictures.trash}
                name={text('removeWatchWord', word.text)}
                onPress={() => onChange(words.filter((one) => one !== word))}
              />
            </li>
          ))}
        </ul>
      )}
      <NewWord words={words} isWatchable={isWatchable} onChange={onChange} />
    </div>
  );
}

function NewWord({ words, isWatchable, onChange }: WatchWordsProps): JSX.Element {
  const problemId = useId();
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<TagColour | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const colour = picked ?? nextColour(words);

  function add(): void {
    const wanted = typed.trim();
    const found = problemOf(wanted, words, isWatchable);
    setProblem(found);
    if (found !== null) return;
    onChange([...words, { text: wanted, colour }]);
    setTyped('');
    setPicked(null);
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <ColourField colour={colour} name={text('newWatchWordColour')} onPick={setPicked} />
      <input
        type="text"
        dir="auto"
        value={typed}
        maxLength={WATCH_LIMITS.text}
        aria-label={text('newWatchWord')}
        placeholder={text('newWatchWord')}
        aria-invalid={problem !== null}
        aria-describedby={problemId}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setProblem(null);
        }}
      />
      <button type="submit" class="button">
        {text('addWatchWord')}
      </button>
      <p id={problemId} class="field-problem" role="alert">
        {problem}
      </p>
    </form>
  );
}

function problemOf(
  wanted: string,
  words: readonly WatchWord[],
  isWatchable: WatchWordsProps['isWatchable'],
): string | null {
  if (words.some((word) => word.text === wanted)) return text('watchWordKnown');
  if (words.length >= WATCH_LIMITS.words) return text('watchWordsFull', WATCH_LIMITS.words);
  if (isWatchable(wanted)) return null;
  return text(wanted.startsWith('/') ? 'watchPatternUnreadable' : 'watchWordEmpty');
}

/** The colour that fewest have. */
function nextColour(words: readonly WatchWord[]): TagColour {
  const uses = (one: TagColour): number => words.filter(({ colour }) => colour === one).length;
  return TAG_COLOURS.reduce((least, one) => (uses(one) < uses(least) ? one : least));
}

interface ColourFieldProps {
  colour: TagColour;
  name: string;
  onPick: (colour: TagColour) => void;
}

/** One of the ten colours, by its name. */
function ColourField({ colour, name, onPick }: ColourFieldProps): JSX.Element {
  return (
    <span class="colour-field">
      <TagDot colour={colour} />
      <select
        aria-label={name}
        value={colour}
        onChange={({ currentTarget }) => onPick(currentTarget.value as TagColour)} // one of those below
      >
        {TAG_COLOURS.map((one) => (
          <option key={one} value={one}>
            {text(COLOUR_NAMES[one])}
          </option>
        ))}
      </select>
    </span>
  );
}
