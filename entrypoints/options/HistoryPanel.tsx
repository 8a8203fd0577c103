import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { HistoryForm } from '../../components/options/HistoryForm';
import { Outcome } from '../../components/options/Outcome';
import { send } from '../../lib/messages/client';
import type { HistoryLimits } from '../../lib/settings/settings';
import { readSetting } from '../../lib/settings/stored';
import { failureText } from '../../lib/text/failureText';
import { countText, text } from '../../lib/text/text';

interface Said {
  said: string;
  isError: boolean;
}

/** How much of what listings showed is kept. */
export function HistoryPanel(): JSX.Element {
  const [policy, setPolicy] = useState<HistoryLimits | null>(null);
  const [outcome, setOutcome] = useState<Said | null>(null);
  useEffect(() => {
    void readSetting('history').then(setPolicy);
  }, []);

  const save = async (edited: HistoryLimits): Promise<void> => {
    const saved = await send('cache.policy', { policy: edited });
    if (!saved.ok) return setOutcome({ said: failureText(saved.code), isError: true });
    const { evicted } = saved.value;
    const said = evicted > 0 ? countText('historyDropped', evicted) : text('historySaved');
    setOutcome({ said, isError: false });
  };
  const clear = async (): Promise<void> => {
    const cleared = await send('cache.clear', {});
    setOutcome(
      cleared.ok
        ? { said: countText('historyCleared', cleared.value.evicted), isError: false }
        : { said: failureText(cleared.code), isError: true },
    );
  };

  return (
    <>
      <p class="about">{text('historyAbout')}</p>
      {policy && (
        <HistoryForm
          policy={policy}
          onSave={(edited) => void save(edited)}
          onClear={() => void clear()}
        />
      )}
      <Outcome said={outcome?.said ?? null} isError={outcome?.isError ?? false} />
    </>
  );
}
