import type { SyncConflict } from '../messages/syncMessages';
import { STATUS_NAMES } from './statusNames';
import { text } from './text';

/** What two machines said at the same time, and what became of it; `machine` is the name of the one that is named. */
export function conflictText(conflict: SyncConflict, machine: string): string {
  switch (conflict.kind) {
    case 'status': {
      const other = text(STATUS_NAMES[conflict.other ?? 'none']);
      return text('syncConflictStatus', machineText(conflict.by), other);
    }
    case 'notes':
      return text('syncConflictNotes', machineText(machine));
    case 'back':
      return text('syncConflictBack', machineText(machine));
  }
}

/** The name of a machine; a few words where none is known. */
export function machineText(name: string): string {
  return name === '' ? text('syncUnnamed') : name;
}
