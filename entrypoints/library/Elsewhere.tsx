import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type ElsewhereProps, Elsewhere as WhatCame } from '../../components/reading/Elsewhere';
import { send } from '../../lib/messages/client';
import type { CameFrom } from '../../lib/messages/syncMessages';
import { onSyncNews, readSyncNews } from '../../lib/messages/syncStatus';
import type { PaperId } from '../../lib/papers/ids';

/** What other machines said about the paper that is read; nobody is asked where there are none. */
export function Elsewhere({
  id,
  ...props
}: { id: PaperId } & Omit<ElsewhereProps, 'came'>): JSX.Element {
  const [came, setCame] = useState<readonly CameFrom[]>([]);
  useEffect(() => {
    const life = new AbortController();
    const read = async (): Promise<void> => {
      const isOn = (await readSyncNews()) !== null;
      const answer = isOn ? await send('sync.came', {}) : null;
      if (life.signal.aborted) return;
      setCame(answer?.ok ? answer.value.came.filter(({ paperId }) => paperId === id) : []);
    };
    void read();
    onSyncNews(() => void read(), life.signal);
    return () => life.abort();
  }, [id]);
  return <WhatCame {...props} came={came} />;
}
