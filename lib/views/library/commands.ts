import type { Status } from '../../papers/annotation';
import type { PaperId } from '../../papers/ids';
import type { Library } from './library';

/** What a key asks for on the library page. */
export type LibraryCommand =
  | { do: 'move'; by: number; extend?: boolean }
  | { do: 'page'; by: 1 | -1 }
  | { do: 'first' | 'last' }
  | { do: 'open' | 'read' | 'select' | 'selectAll' | 'undo' | 'remove' | 'back' }
  | { do: 'star' | 'tags' | 'note' | 'copy' | 'search' | 'help' }
  | { do: 'status'; status: Status | null };

/** What the list on show can do. */
export interface ListHandle {
  /** Opens the paper where the keys act, as a click on its link does. */
  open(): void;
  /** Opens the menu of what can be copied of the paper where the keys act. */
  copy(): void;
  /** How many rows a window's height holds. */
  page(): number;
}

/** The part of the reading pane that is asked for. */
export type PanePart = 'title' | 'tags' | 'note';

/** What keys reach of the page. */
export interface Reached {
  view: Library;
  grid: ListHandle | null;
  /** The row is where the keys act; `read`: its paper is to be read. */
  activate(place: number, read: boolean): void;
  /** Shows a paper in the pane, at a part of it. */
  read(id: PaperId, part: PanePart): void;
  tagSelected(): void;
  search(): void;
  help(): void;
  /** One step back. */
  back(): void;
}

/** Does what a key asks for: to the selected papers, where there are any, else to the one where the keys act. */
export function run(command: LibraryCommand, reached: Reached): void {
  const { view, grid } = reached;
  const { choosing } = view;
  const { active, selected, results } = view.state();
  const last = (results.length ?? 0) - 1;
  const id = view.idAt(active);
  const listed = id === undefined ? undefined : view.paper(id);
  const many = selected > 0;

  function moveTo(place: number): void {
    if (last >= 0) reached.activate(Math.max(0, Math.min(place, last)), false);
  }

  switch (command.do) {
    case 'move':
      if (active === 0 && command.by < 0 && !command.extend) reached.search();
      else {
        const next = active < 0 ? 0 : Math.max(0, Math.min(active + command.by, last));
        if (command.extend && active >= 0) void choosing.extend(next, active);
        moveTo(next);
      }
      break;
    case 'page':
      moveTo(Math.max(0, active) + command.by * (grid?.page() ?? 10));
      break;
    case 'first':
      moveTo(0);
      break;
    case 'last':
      moveTo(last);
      break;
    case 'select':
      if (active >= 0) choosing.toggle(active);
      break;
    case 'selectAll':
      choosing.all();
      break;
    case 'open':
      grid?.open();
      break;
    case 'copy':
      grid?.copy();
      break;
    case 'undo':
      void view.undo();
      break;
    case 'search':
      reached.search();
      break;
    case 'help':
      reached.help();
      break;
    case 'back':
      reached.back();
      break;
    case 'read':
      if (id !== undefined) reached.read(id, 'title');
      break;
    case 'note':
      if (id !== undefined) reached.read(id, 'note');
      break;
    case 'tags':
      if (many) reached.tagSelected();
      else if (id !== undefined) reached.read(id, 'tags');
      break;
    case 'star':
      if (many) void choosing.run({ patch: { starred: !choosing.areStarred() } });
      else if (listed) view.patch(listed.id, { starred: !listed.annotation.starred });
      break;
    case 'status':
      if (many) void choosing.run({ patch: { status: command.status } });
      else if (listed) view.patch(listed.id, { status: command.status });
      break;
    case 'remove':
      if (many) void choosing.run('remove');
      else if (listed?.bookmarked) void view.remove(listed.id);
      break;
  }
}
