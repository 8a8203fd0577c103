import type { CarriedSetting } from '../settings/carried';
import type { SeenCardsBySite } from '../settings/settings';
import { languageName } from '../text/languageName';
import { listText, numberText, text } from '../text/text';

/** A setting as a line: what it is called on the settings page, and its value. */
export interface SettingLine {
  name: string;
  value: string;
}

/** A setting of an import, in the reader's words. */
export function settingLine(setting: CarriedSetting): SettingLine {
  switch (setting.name) {
    case 'singleKeys':
      return { name: text('singleKeysLabel'), value: onOrOff(setting.value) };
    case 'ranking':
      return { name: text('rankingLabel'), value: onOrOff(setting.value) };
    case 'fitOnCards':
      return { name: text('fitOnCardsLabel'), value: onOrOff(setting.value) };
    case 'watchWords': {
      const value = listText(setting.value.map((word) => word.text)) || text('settingNone');
      return { name: text('watchWordsHeading'), value };
    }
    case 'newMarks':
      return { name: text('newMarksLabel'), value: onOrOff(setting.value) };
    case 'seenCards':
      return { name: text('seenCardsHeading'), value: seenCardsText(setting.value) };
    case 'theme':
      return { name: text('themeLabel'), value: text(THEMES[setting.value]) };
    case 'density':
      return { name: text('densityLabel'), value: text(DENSITIES[setting.value]) };
    case 'language':
      return { name: text('languageLabel'), value: languageName(setting.value) };
    case 'corner':
      return { name: text('cornerLabel'), value: text(CORNERS[setting.value]) };
    case 'history': {
      const { maxAgeDays, maxPapers } = setting.value;
      const value = text('importHistoryLimits', numberText(maxAgeDays), numberText(maxPapers));
      return { name: text('historyHeading'), value };
    }
  }
}

function seenCardsText(bySite: SeenCardsBySite): string {
  const sites = Object.entries(bySite).map(
    ([host, wanted]) => `${host}: ${text(SEEN_CARDS_TEXTS[wanted])}`,
  );
  return sites.length > 0 ? listText(sites) : text('seenCardsShow');
}

const SEEN_CARDS_TEXTS = { dim: 'seenCardsDim', hide: 'seenCardsHide' } as const;
const THEMES = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const;
const DENSITIES = { comfortable: 'densityComfortable', compact: 'densityCompact' } as const;
const CORNERS = { left: 'cornerLeft', right: 'cornerRight' } as const;

function onOrOff(isOn: boolean): string {
  return text(isOn ? 'settingOn' : 'settingOff');
}
