import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Outcome } from '../../components/options/Outcome';
import { WatchWords } from '../../components/options/WatchWords';
import { isWatchable } from '../../lib/labels/watched';
import type { WatchWord } from '../../lib/papers/watchWords';
import { readSetting, watchSetting, writeSetting } from '../../lib/settings/stored';
import { failureText } from '../../lib/text/failureText';
import { text } from '../../lib/text/text';

/** What the reader watches for on pages. Open pages hear of it from the worker. */
export function WatchWordsPanel(): JSX.Element {
  const [words, setWords] = useState<readonly WatchWord[] | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const watching = new AbortController();
    watchSetting('watchWords', setWords, watching.signal); // another tab of ours may change them
    void readSetting('watchWords').then(setWords);
    return () => watching.abort();
  }, []);

  const change = async (next: WatchWord[]): Promise<void> => {
    const before = words;
    setWords(next);
    try {
      await writeSetting('watchWords', next);
      setFailed(false);
    } catch {
      setWords(before);
      setFailed(true); // the disk is full: nothing else keeps a setting from being stored
    }
  };
  return (
    <>
      <p class="about">{text('watchWordsAbout')}</p>
      {words && (
        <WatchWords
          words={words}
          isWatchable={isWatchable}
          onChange={(next) => void change(next)}
        />
      )}
      <Outcome said={failed ? failureText('full') : null} isError />
    </>
  );
}
