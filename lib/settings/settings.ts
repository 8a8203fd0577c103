import { type WatchWord, watchWordsIn } from '../papers/watchWords';
import { LANGUAGES, type LanguageChoice } from '../text/languages';
import { SEEN_CARDS, type SeenCards } from './seenCards';

/** How much the history keeps. */
export interface HistoryLimits {
  maxAgeDays: number;
  maxPapers: number;
}

/** By site, which its first host stands for; a site that is absent is left as it is. */
export type SeenCardsBySite = Readonly<Record<string, SeenCards>>;

/** In which colours our own pages are shown. */
export const THEMES = ['system', 'light', 'dark'] as const;

/** How much room a row of a list takes. */
export const DENSITIES = ['comfortable', 'compact'] as const;

/** At which upper corner of a card our controls stand. */
export const CORNERS = ['left', 'right'] as const;

/** How often a dated file is saved, if anything was changed since the last one. */
export const HOW_OFTEN = ['never', 'day', 'week'] as const;

/** What the reader wants of dated files. */
export interface DatedFiles {
  every: (typeof HOW_OFTEN)[number];
  to: 'folder' | 'downloads';
  /** Files that stay in the folder. */
  keep: number;
}

/** What a setting says wherever it is read. */
export interface Setting<T> {
  initial: T;
  /** The value that was stored; the initial one, or what of it can be used, where it is damaged or an older version's. */
  read(stored: unknown): T;
  /**
   * `early`: a page of ours reads it before it shows anything or hears a key: it is in the `localStorage` of our pages.
   * `late`: it is in `storage.local`, where the worker reads it too.
   */
  when: 'early' | 'late';
  /** Whether an export of the whole library carries it: what belongs to this browser alone stays here. */
  isCarried: boolean;
}

/** Bounds of what the reader may set. */
export const HISTORY_BOUNDS = {
  maxAgeDays: { least: 1, most: 36_500 },
  maxPapers: { least: 100, most: 1_000_000 },
} as const;

/** Every setting, by the key under which it is stored. */
export const SETTINGS = {
  /** Whether single keys are shortcuts (WCAG 2.1.4). */
  singleKeys: carried(early(true, (stored) => stored !== false)),
  /** The same on cards: the worker tells pages of somebody else's. */
  cardKeys: late(true, (stored) => stored !== false),
  /** The tab of the popup that the reader chose on a listing; null while none was chosen. */
  popupTab: early<'page' | 'list' | null>(null, (stored) =>
    stored === 'page' || stored === 'list' ? stored : null,
  ),
  /** The version whose news the reader has seen or never needed; null before any page has been open. */
  newsSeen: early<string | null>(null, (stored) =>
    typeof stored === 'string' && /^\d[\d.]{0,20}$/.test(stored) ? stored : null,
  ),
  theme: carried(
    early<(typeof THEMES)[number]>(
      'system',
      (stored) => THEMES.find((one) => one === stored) ?? 'system',
    ),
  ),
  density: carried(
    early<(typeof DENSITIES)[number]>(
      'comfortable',
      (stored) => DENSITIES.find((one) => one === stored) ?? 'comfortable',
    ),
  ),
  /** Of cards that have a corner of their own: what stands at the end of a line stays there. The worker tells pages. */
  corner: carried(
    late<(typeof CORNERS)[number]>(
      'left',
      (stored) => CORNERS.find((one) => one === stored) ?? 'left',
    ),
  ),
  /** In which language Asterism speaks: on our own pages, which read it early. */
  language: carried(early<LanguageChoice>('browser', languageOf)),
  /** The same for the worker, which speaks in menus and hands the texts of cards to the browser. */
  workerLanguage: late<LanguageChoice>('browser', languageOf),
  /** A year back, and no more than about 50 MB. */
  history: carried(
    late<HistoryLimits>({ maxAgeDays: 365, maxPapers: 20_000 }, (stored, initial) => {
      const { maxAgeDays, maxPapers } = fieldsOf(stored);
      const isValid =
        isBetween(maxAgeDays, HISTORY_BOUNDS.maxAgeDays) &&
        isBetween(maxPapers, HISTORY_BOUNDS.maxPapers);
      return isValid ? { maxAgeDays, maxPapers } : initial;
    }),
  ),
  /** Whether papers that are new to the reader have a mark on their cards. */
  newMarks: carried(late(true, (stored) => stored !== false)),
  /** The only setting by which a page is changed beside our controls: off on every site at first. */
  seenCards: carried(
    late<SeenCardsBySite>({}, (stored) => {
      const sites = Object.entries(fieldsOf(stored)).flatMap(([host, wanted]) => {
        const one = SEEN_CARDS.find((value) => value === wanted);
        return one && /^[a-z\d-]+(\.[a-z\d-]+)+$/.test(host) ? [[host, one] as const] : [];
      });
      return Object.fromEntries(sites);
    }),
  ),
  /** Whether it is learned from the library what fits the reader. */
  ranking: carried(late(true, (stored) => stored !== false)),
  /** Whether cards say that their paper fits. */
  fitOnCards: carried(late(true, (stored) => stored !== false)),
  /** What the reader watches for on pages. */
  watchWords: carried(late<WatchWord[]>([], watchWordsIn)),
  /** Whether the page for new readers has been open. */
  welcomed: late(false, (stored) => stored === true),
  datedFiles: late<DatedFiles>({ every: 'never', to: 'downloads', keep: 10 }, (stored, initial) => {
    const { every, to, keep } = fieldsOf(stored);
    return {
      every: HOW_OFTEN.find((one) => one === every) ?? initial.every,
      to: to === 'folder' ? 'folder' : 'downloads',
      keep: typeof keep === 'number' && keep >= 1 ? Math.floor(keep) : initial.keep,
    };
  }),
} as const;

export type SettingName = keyof typeof SETTINGS;
export type ValueOf<N extends SettingName> = (typeof SETTINGS)[N]['initial'];
export type EarlyName = {
  [N in SettingName]: (typeof SETTINGS)[N]['when'] extends 'early' ? N : never;
}[SettingName];

/** The value of a setting in what was stored under its key. */
export function settingOf<N extends SettingName>(name: N, stored: unknown): ValueOf<N> {
  return SETTINGS[name].read(stored) as ValueOf<N>; // TypeScript loses which entry it is
}

interface Kept<T, W, C extends boolean = false> extends Setting<T> {
  when: W & Setting<T>['when'];
  isCarried: C;
}

function carried<T, W>(setting: Kept<T, W>): Kept<T, W, true> {
  return { ...setting, isCarried: true };
}

function early<T>(initial: T, read: (stored: unknown, initial: T) => T): Kept<T, 'early'> {
  return {
    initial,
    when: 'early',
    isCarried: false,
    read: (stored) => (stored === undefined ? initial : read(stored, initial)),
  };
}

function late<T>(initial: T, read: (stored: unknown, initial: T) => T): Kept<T, 'late'> {
  return { ...early(initial, read), when: 'late' };
}

function languageOf(stored: unknown): LanguageChoice {
  return LANGUAGES.find((one) => one === stored) ?? 'browser';
}

function isBetween(
  value: unknown,
  { least, most }: { least: number; most: number },
): value is number {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}; // any object may be read by key
}
