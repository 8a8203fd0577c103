import { useEffect, useState } from 'preact/hooks';
import { isNewer } from '../store/connection';
import { DATABASE } from '../store/rows';

/** Whether the library is a newer version's, for a page that could not read it. */
export function useNewer(): boolean {
  const [newer, setNewer] = useState(false);
  useEffect(() => {
    void isNewer(DATABASE).then(setNewer);
  }, []);
  return newer;
}
