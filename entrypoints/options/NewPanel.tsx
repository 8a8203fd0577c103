import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { NewForm } from '../../components/options/NewForm';
import { Outcome } from '../../components/options/Outcome';
import type { SeenCardsBySite } from '../../lib/settings/settings';
import { readSetting, writeSetting } from '../../lib/settings/stored';
import { SITE_IDS, SITES } from '../../lib/sites/sites';
import { failureText } from '../../lib/text/failureText';

/** The sites that show many papers at once, by their first host. */
const LISTED = SITE_IDS.filter((id) => 'listing' in SITES[id].paths).map((id) => ({
  id: SITES[id].hosts[0],
  name: SITES[id].name,
}));

/** What pages show of what is new to the reader. The worker hears of it by itself, and tells pages that are open. */
export function NewPanel(): JSX.Element {
  const [marks, setMarks] = useState<boolean | null>(null);
  const [seen, setSeen] = useState<SeenCardsBySite | null>(null);
  const [failed, setFailed] = useState(false);
  const read = (): void => {
    void readSetting('newMarks').then(setMarks);
    void readSetting('seenCards').then(setSeen);
  };
  useEffect(read, []);

  const store = async (writing: Promise<void>): Promise<void> => {
    try {
      await writing;
      setFailed(false);
    } catch {
      setFailed(true); // the disk is full: nothing else keeps a setting from being stored
      read();
    }
  };
  return (
    <>
      {marks !== null && seen !== null && (
        <NewForm
          marks={marks}
          sites={LISTED.map(({ id, name }) => ({ id, name, seen: seen[id] ?? null }))}
          onMarks={(on) => {
            setMarks(on);
            void store(writeSetting('newMarks', on));
          }}
          onSeen={(site, wanted) => {
            const { [site]: _, ...others } = seen;
            const next = wanted === null ? others : { ...others, [site]: wanted };
            setSeen(next);
            void store(writeSetting('seenCards', next));
          }}
        />
      )}
      <Outcome said={failed ? failureText('full') : null} isError />
    </>
  );
}
