import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { GridRow, type GridRowProps } from './GridRow';

interface Made {
  key: number;
  props: GridRowProps;
  row: JSX.Element;
}

/**
 * Makes rows: again only those about which something is other than before, and those that come into sight in the
 * elements of those that went.
 */
export function useRows(): (wanted: readonly GridRowProps[]) => JSX.Element[] {
  const made = useRef(new Map<number, Made>());
  return (wanted) => {
    const before = made.current;
    const places = new Set(wanted.map(({ place }) => place));
    const kept = [...before.values()].filter(({ props }) => places.has(props.place));
    const taken = new Set(kept.map(({ key }) => key));
    const free = [...before.values()].map(({ key }) => key).filter((key) => !taken.has(key));
    let next = 0;
    const newKey = (): number => {
      while (taken.has(next)) next += 1;
      taken.add(next);
      return next;
    };
    made.current = new Map(
      wanted.map((props) => {
        const known = before.get(props.place);
        if (known !== undefined && isSame(known.props, props)) return [props.place, known];
        const key = known?.key ?? free.shift() ?? newKey();
        taken.add(key);
        return [props.place, { key, props, row: <GridRow key={key} {...props} /> }];
      }),
    );
    // In the order of display, which is the order in which they are read out.
    return [...made.current.values()].map(({ row }) => row);
  };
}

function isSame(a: GridRowProps, b: GridRowProps): boolean {
  return (Object.keys(a) as (keyof GridRowProps)[]).every((name) => a[name] === b[name]); // props of one component
}
