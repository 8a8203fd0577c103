import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { numberText } from '../../lib/text/text';
import { Icon } from '../Icon';
import * as pictures from '../pictures';

export interface PreviewGroupProps {
  /** Which group it is, for styles and tests. */
  id: string;
  name: string;
  about: string;
  count: number;
  /** Whether it is open at first. */
  open?: boolean;
  children: ComponentChildren;
}

/** Papers to which an import does the same: how many, and which when it is opened. */
export function PreviewGroup(props: PreviewGroupProps): JSX.Element {
  const { id, name, about, count, children } = props;
  const [isOpen, setOpen] = useState(props.open ?? false);
  const heading = (
    <>
      <span class="group-count">{numberText(count)}</span> <h5>{name}</h5>{' '}
      <span class="group-about">{about}</span>
    </>
  );
  if (count === 0) {
    return (
      <div class="group" data-group={id} data-none>
        <div class="group-head">{heading}</div>
      </div>
    );
  }
  return (
    <details
      class="group"
      data-group={id}
      open={isOpen}
      onToggle={(event) => {
        // A list within may be toggled, too.
        if (event.target === event.currentTarget) setOpen(event.currentTarget.open);
      }}
    >
      <summary class="group-head">
        {heading}
        <Icon picture={pictures.chevron} />
      </summary>
      {isOpen && <div class="group-body">{children}</div>}
    </details>
  );
}
