import { useEffect, useState } from 'preact/hooks';
import type { SettingName, ValueOf } from '../../lib/settings/settings';
import { readSetting, writeSetting } from '../../lib/settings/stored';

/** A setting that is read after the page has begun. */
export interface LateSetting<T> {
  /** Null while it is not known. */
  value: T | null;
  /** Whether it could not be stored the last time: the disk is full, nothing else keeps a setting from that. */
  failed: boolean;
  set(value: T): void;
}

/** A setting of `storage.local`: shown as set at once, and as it was where it cannot be stored. */
export function useLateSetting<N extends SettingName>(name: N): LateSetting<ValueOf<N>> {
  const [value, setValue] = useState<ValueOf<N> | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    void readSetting(name).then((stored) => setValue(() => stored));
  }, [name]);

  const set = async (next: ValueOf<N>): Promise<void> => {
    setValue(() => next);
    try {
      await writeSetting(name, next);
      setFailed(false);
    } catch {
      setValue(() => value);
      setFailed(true);
    }
  };
  return { value, failed, set: (next) => void set(next) };
}
