import type { PaperId } from '../../papers/ids';
import { createObservers, type Observable } from '../observable';
import type { PanePart } from './commands';
import type { Library } from './library';

/** A part of the pane that is asked for; a new turn asks again. */
export interface PaneAsk {
  part: PanePart;
  turn: number;
}

/** The pane of the paper that is read: what opens it, and what closes it. Beside the list (`isBeside`) or over it. */
export interface Pane extends Observable {
  isOpen(): boolean;
  ask(): PaneAsk | null;
  /**
   * The row is where the keys act; `isRead`: its paper is to be read. Beside the list moving in it opens the pane, until the
   * reader closes it; where it covers the list only asking for it does.
   */
  activate(place: number, isRead: boolean, isBeside: boolean): void;
  /** Shows a paper, at a part of it. */
  read(id: PaperId, part: PanePart, isBeside: boolean): void;
  close(): void;
  /** The address has changed: what it asks for is asked once. */
  follow(): void;
}

/** See `Pane`. */
export function createPane(view: Pick<Library, 'activate' | 'address' | 'go' | 'idAt'>): Pane {
  const { subscribe, notify } = createObservers();
  let asked: PaneAsk | null = null;
  let isClosed = false;

  const isOpen = (): boolean => view.address().route === 'list' && view.address().paper !== null;
  function ask(part: PanePart): void {
    asked = { part, turn: (asked?.turn ?? 0) + 1 };
    notify();
  }

  return {
    subscribe,
    isOpen,
    ask: () => asked,
    activate(place, isRead, isBeside) {
      view.activate(place);
      const id = view.idAt(place);
      const isShown = view.address().paper !== null;
      if (id === undefined || !(isRead || isShown || (isBeside && !isClosed))) return;
      isClosed = false;
      view.go({ paper: id }, isBeside || isShown);
    },
    read(id, part, isBeside) {
      isClosed = false;
      view.go({ paper: id }, isBeside);
      ask(part);
    },
    close() {
      isClosed = true;
      view.go({ paper: null }, true);
    },
    follow() {
      const { paper, part } = view.address();
      if (!isOpen() && asked !== null) {
        asked = null; // the next pane does not do again what this one was asked for
        notify();
      }
      if (paper === null || part === undefined) return;
      view.go({ paper }, true); // "back" and a reload do not ask for it again
      ask(part);
    },
  };
}
