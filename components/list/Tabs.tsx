import type { JSX, TargetedKeyboardEvent } from 'preact';
import { countText, numberText, text } from '../../lib/text/text';

export interface TabsProps<T extends string> {
  tabs: readonly { name: T; text: string; count: number | null }[];
  /** Null while it is not known which opens first. */
  selected: T | null;
  onPick: (name: T) => void;
  /** The id of the panel that all of them fill. */
  panel: string;
}

/** Tabs as everybody knows them: one Tab stop, arrows choose. */
export function Tabs<T extends string>(props: TabsProps<T>): JSX.Element {
  const { tabs, selected, onPick, panel } = props;

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const index = tabs.findIndex(({ name }) => name === selected);
    const next = step === undefined ? undefined : tabs.at((index + step) % tabs.length);
    if (next === undefined) return;
    event.preventDefault();
    onPick(next.name);
    event.currentTarget.querySelector<HTMLElement>(`#tab-${next.name}`)?.focus();
  }

  return (
    <div class="tabs" role="tablist" aria-label={text('views')} onKeyDown={onKeyDown}>
      {tabs.map(({ name, text: label, count }, index) => (
        <button
          key={name}
          id={`tab-${name}`}
          type="button"
          role="tab"
          aria-selected={name === selected}
          aria-controls={panel}
          tabIndex={name === selected || (selected === null && index === 0) ? 0 : -1}
          onClick={() => onPick(name)}
        >
          {label}
          {count !== null && (
            <span class="tab-count">
              <span aria-hidden="true">{numberText(count)}</span>
              <span class="for-screen-readers">{countText('tabCount', count)}</span>
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
