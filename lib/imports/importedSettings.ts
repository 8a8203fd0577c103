import {
  type CarriedSetting,
  type ComparedSettings,
  carried,
  compareSettings,
} from '../settings/carried';
import { SETTINGS } from '../settings/settings';

/** The reader's own settings, as far as an export carries them. */
export interface OwnSettings {
  read(): Promise<CarriedSetting[]>;
  write(setting: CarriedSetting): Promise<void>;
}

/** The settings of an import: none is set before the papers are in. */
export interface ImportedSettings {
  /** Compares those that come with the reader's own; the new ones are set by `apply`. */
  look(coming: readonly CarriedSetting[]): Promise<ComparedSettings>;
  /** There is another import now, or none. */
  forget(): void;
  /** Sets what is new; gives how many were set. */
  apply(): Promise<number>;
  /** Sets them back to what they were at first, but for those that the reader has set since. */
  undo(): Promise<void>;
}

/** See `ImportedSettings`. */
export function createImportedSettings(own: OwnSettings): ImportedSettings {
  let added: CarriedSetting[] = [];
  return {
    async look(coming) {
      const compared = compareSettings(coming, await own.read());
      added = compared.added;
      return compared;
    },
    forget() {
      added = [];
    },
    async apply() {
      for (const setting of added) await own.write(setting);
      return added.length;
    },
    async undo() {
      const { same } = compareSettings(added, await own.read());
      for (const { name } of same) await own.write(carried(name, SETTINGS[name].initial));
    },
  };
}
