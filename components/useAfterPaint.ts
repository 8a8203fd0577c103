import { useEffect, useState } from 'preact/hooks';

/** A value as it was before the last frame: what may be shown after what matters more. */
export function useAfterPaint<T>(value: T): T {
  const [shown, setShown] = useState(value);
  // An effect runs once the frame is painted.
  useEffect(() => setShown(value), [value]);
  return shown;
}
