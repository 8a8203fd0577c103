import { type ComponentType, render } from 'preact';
import { useState } from 'preact/hooks';

/**
 * Renders a component into a place once, and gives a function that changes its props afterwards. Preact counts the ids of
 * `useId` again at a second `render`: two fields would have one id, and a label the other's field.
 */
export function renderLive<P extends object>(
  Shown: ComponentType<P>,
  props: P,
  place: Element,
): (more: Partial<P>) => void {
  let change: (more: Partial<P>) => void = () => {};

  function Live() {
    const [now, setNow] = useState(props);
    change = (more) => setNow((before) => ({ ...before, ...more }));
    return <Shown {...now} />;
  }

  render(<Live />, place);
  return (more) => change(more);
}
