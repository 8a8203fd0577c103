import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Outcome } from '../../components/options/Outcome';
import { SettingSwitch } from '../../components/options/SettingSwitch';
import { readSetting, writeSetting } from '../../lib/settings/stored';
import { failureText } from '../../lib/text/failureText';
import { text } from '../../lib/text/text';

type Name = 'ranking' | 'fitOnCards';

/** Whether it is learned from the library what fits the reader, and said on cards. The worker hears of it by itself. */
export function RankingPanel(): JSX.Element {
  const [on, setOn] = useState<Record<Name, boolean> | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    void Promise.all([readSetting('ranking'), readSetting('fitOnCards')]).then(
      ([ranking, fitOnCards]) => setOn({ ranking, fitOnCards }),
    );
  }, []);

  const change = async (name: Name, next: boolean): Promise<void> => {
    const become = (value: boolean): void => setOn((all) => all && { ...all, [name]: value });
    become(next);
    try {
      await writeSetting(name, next);
      setFailed(false);
    } catch {
      become(!next);
      setFailed(true); // the disk is full: nothing else keeps a setting from being stored
    }
  };
  return (
    <>
      {on && (
        <SettingSwitch
          label={text('rankingLabel')}
          hint={text('rankingHint')}
          on={on.ranking}
          onChange={(next) => void change('ranking', next)}
        />
      )}
      {on?.ranking && (
        <SettingSwitch
          label={text('fitOnCardsLabel')}
          hint={text('fitOnCardsHint')}
          on={on.fitOnCards}
          onChange={(next) => void change('fitOnCards', next)}
        />
      )}
      <Outcome said={failed ? failureText('full') : null} isError />
    </>
  );
}
