import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Outcome } from '../../components/options/Outcome';
import { RankingSwitch } from '../../components/options/RankingSwitch';
import { readSetting, writeSetting } from '../../lib/settings/stored';
import { failureText } from '../../lib/text/failureText';

/** Whether it is learned from the library what fits the reader. The worker hears of it by itself. */
export function RankingPanel(): JSX.Element {
  const [on, setOn] = useState<boolean | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    void readSetting('ranking').then(setOn);
  }, []);

  const change = async (next: boolean): Promise<void> => {
    setOn(next);
    try {
      await writeSetting('ranking', next);
      setFailed(false);
    } catch {
      setOn(!next);
      setFailed(true); // the disk is full: nothing else keeps a setting from being stored
    }
  };
  return (
    <>
      {on !== null && <RankingSwitch on={on} onChange={(next) => void change(next)} />}
      <Outcome said={failed ? failureText('full') : null} isError />
    </>
  );
}
