import type { JSX, Ref } from 'preact';
import { useImperativeHandle, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PaperId } from '../../lib/papers/ids';
import type { ListedPaper } from '../../lib/papers/list';
import type { Marking } from '../../lib/papers/query/marks';
import { text } from '../../lib/text/text';
import type { ListHandle } from '../../lib/views/library/commands';
import type { RowActions } from './GridRow';
import { ROW_HEIGHT, scrolledFor, scrolledTo, sightOf } from './geometry';
import { useRows } from './useRows';

/** What others may ask of the list. */
export interface GridHandle extends ListHandle {
  focus(): void;
}

export interface PaperGridProps {
  /** How many rows there are. */
  length: number;
  /** Another number: another search, which begins at its beginning. */
  serial: number;
  idAt: (place: number) => PaperId | undefined;
  placeOf: (id: PaperId) => number;
  paper: (id: PaperId) => ListedPaper | undefined;
  /** Where the keys act; -1: nowhere yet. */
  active: number;
  isSelected: (id: PaperId) => boolean;
  marking: Marking;
  busy: boolean;
  actions: RowActions;
  /** These rows are in sight or near. */
  onSight: (from: number, to: number) => void;
  handle: Ref<GridHandle>;
}

/** After so long without a jump rows are made whole, and those around the ones in sight, in milliseconds. */
const REST_MS = 100;

/**
 * A list of any length, of which the rows in sight exist. It keeps the focus itself and names the row where the keys act
 * (`aria-activedescendant`), so that no row that comes or goes can take the focus with it.
 */
export function PaperGrid(props: PaperGridProps): JSX.Element {
  const { length, serial, idAt, placeOf, active, actions, onSight } = props;
  const box = useRef<HTMLDivElement>(null);
  const [scrolled, setScrolled] = useState(0);
  const model = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(700);
  const [rowHeight, setRowHeight] = useState(ROW_HEIGHT);
  const [textWidth, setTextWidth] = useState(600);
  const [passing, setPassing] = useState(false);
  // What is passed by a window at a time has no rows that are about to come.
  const sight = sightOf(length, scrolled, height, passing ? 0 : undefined, rowHeight);
  const { from, to } = sight;
  const pressing = useRef(false);
  /** The frame in which a scroll will be read, 0: none. */
  const frame = useRef(0);
  const rows = useRows();

  useImperativeHandle(props.handle, () => ({
    focus: () => box.current?.focus({ preventScroll: true }),
    open: () => box.current?.querySelector<HTMLElement>('.grid-row.active .row-open a')?.click(),
    copy: () => box.current?.querySelector<HTMLElement>('.grid-row.active .copy-button')?.click(),
    page: () => Math.max(1, Math.floor(height / rowHeight) - 1),
  }));

  useLayoutEffect(() => onSight(from, to), [from, to, onSight]);

  useLayoutEffect(() => {
    if (!box.current || !model.current) return;
    const watching = new ResizeObserver((entries) => {
      for (const { target, contentRect, borderBoxSize } of entries) {
        if (target === box.current) setHeight(contentRect.height);
        // Readers may have a least size of letters set, or rows of less height.
        else {
          setRowHeight(Math.round(borderBoxSize[0]?.blockSize ?? ROW_HEIGHT));
          setTextWidth(contentRect.width);
        }
      }
    });
    watching.observe(box.current);
    watching.observe(model.current);
    return () => watching.disconnect();
  }, []);

  function scrollTo(next: number): void {
    if (!box.current) return;
    box.current.scrollTop = next;
    setScrolled(box.current.scrollTop);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever it is another search
  useLayoutEffect(() => {
    // Asking where the list stands makes the browser lay it out at every key.
    if (scrolled !== 0 || frame.current !== 0) scrollTo(0);
  }, [serial]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the row is another one
  useLayoutEffect(() => {
    if (active >= 0 && box.current) {
      scrollTo(scrolledTo(active, length, box.current.scrollTop, height, rowHeight));
    }
  }, [active]);

  // What is read stays where it is when rows come or go above it.
  const top = useRef<{ place: number; id: PaperId | undefined; serial: number } | null>(null);
  useLayoutEffect(() => {
    const was = top.current;
    const place = Math.floor(sight.first);
    top.current = { place, id: idAt(place), serial };
    if (was === null || was.serial !== serial || was.id === undefined || scrolled === 0) return;
    if (was.place !== place || was.id === idAt(place)) return;
    const moved = placeOf(was.id);
    if (moved < 0) return;
    top.current = { place: moved, id: was.id, serial };
    scrollTo(scrolledFor(sight.first + moved - place, length, height, rowHeight));
  });

  const rest = useRef(0);
  function onScroll(): void {
    frame.current ||= requestAnimationFrame(() => {
      frame.current = 0;
      if (!box.current) return;
      const next = box.current.scrollTop;
      const isPassing = Math.abs(next - scrolled) > height;
      setScrolled(next);
      setPassing(isPassing);
      clearTimeout(rest.current);
      if (isPassing) rest.current = window.setTimeout(() => setPassing(false), REST_MS);
    });
  }

  // In steps, so that a window that is made wider does not make every row again at every pixel.
  const room = Math.floor((textWidth * Math.min(1, ROW_HEIGHT / rowHeight)) / 10) * 10;
  const places = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
  if (active >= to || (active >= 0 && active < from)) places.push(active);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table has all its rows
    <div
      ref={box}
      class="paper-grid"
      role="grid"
      tabIndex={0}
      aria-label={text('papers')}
      aria-rowcount={length}
      aria-multiselectable="true"
      aria-busy={props.busy}
      aria-activedescendant={active >= 0 && active < length ? rowId(active) : undefined}
      onScroll={onScroll}
      onFocus={() => {
        if (active < 0 && length > 0 && !pressing.current) actions.enter();
      }}
      onMouseDown={(event) => {
        // What is in a row takes no focus: rows come and go.
        if (event.target === event.currentTarget || event.button !== 0) return;
        event.preventDefault();
        pressing.current = true;
        event.currentTarget.focus({ preventScroll: true });
        pressing.current = false;
      }}
    >
      <div class="row-model" aria-hidden="true">
        <div ref={model}>
          <span class="model-title">
            <br />
            <br />
          </span>
          <span class="model-meta">&nbsp;</span>
        </div>
      </div>
      <div
        class="grid-rows"
        role="presentation"
        style={{ height: `${sight.height}px`, '--row-height': `${rowHeight}px` }}
      >
        {rows(
          places.map((place) => {
            const id = idAt(place);
            return {
              id: rowId(place),
              place,
              top: sight.topOf(place),
              listed: id === undefined ? undefined : props.paper(id),
              active: place === active,
              selected: id !== undefined && props.isSelected(id),
              brief: passing,
              room,
              marking: props.marking,
              actions,
            };
          }),
        )}
      </div>
    </div>
  );
}

function rowId(place: number): string {
  return `row-${place}`;
}
