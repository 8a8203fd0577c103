import { describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { CARRIED, carried, statedSettings } from '../../lib/settings/carried';
import { earlySetting } from '../../lib/settings/early';
import { ownSettings, readOwnSettings } from '../../lib/settings/ownSettings';
import { SETTINGS, type SettingName, settingOf } from '../../lib/settings/settings';
import { readSetting, writeSetting } from '../../lib/settings/stored';

const NAMES = Object.keys(SETTINGS) as SettingName[]; // of an object literal
const DAMAGED = [undefined, null, 'x', 7, {}, [], { every: 'hour', keep: -1, maxPapers: '9' }];

describe.each(NAMES)('%s', (name) => {
  const { initial } = SETTINGS[name];

  test.each(DAMAGED)('is as it was in the beginning where %o is stored', (stored) => {
    expect(settingOf(name, stored)).toEqual(initial);
  });

  test('comes back as it was written', () => {
    expect(settingOf(name, JSON.parse(JSON.stringify(initial)))).toEqual(initial);
  });
});

test.each([
  ['history', { maxAgeDays: 1, maxPapers: 100 }],
  ['history', { maxAgeDays: 36_500, maxPapers: 1_000_000 }],
  ['datedFiles', { every: 'week', to: 'folder', keep: 3 }],
  ['singleKeys', false],
  ['popupTab', 'page'],
  ['newsSeen', '1.2.0'],
  ['theme', 'dark'],
  ['density', 'compact'],
  ['watchWords', [{ text: 'author:levine', colour: 'teal' }]],
  ['language', 'en'],
  ['newMarks', false],
  ['seenCards', { 'arxiv.org': 'dim', 'huggingface.co': 'hide' }],
  ['corner', 'right'],
] as const)('%s can be %o', (name, value) => {
  expect(settingOf(name, value)).toEqual(value);
});

test.each([
  { maxAgeDays: 0, maxPapers: 100 },
  { maxAgeDays: 36_501, maxPapers: 100 },
  { maxAgeDays: 1, maxPapers: 99 },
  { maxAgeDays: 1.5, maxPapers: 100 },
])('limits of the history out of bounds are not taken: %o', (limits) => {
  expect(settingOf('history', limits)).toEqual(SETTINGS.history.initial);
});

test('of what is to become of seen cards, what cannot be read is left out', () => {
  const stored = { 'arxiv.org': 'dim', 'dblp.org': 'burn', __proto__x: 'hide', nowhere: 'dim' };
  expect(settingOf('seenCards', stored)).toEqual({ 'arxiv.org': 'dim' });
});

test('what one page sets early, the next one reads, and damaged text is nothing', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  expect(earlySetting('popupTab', storage).read()).toBeNull();
  earlySetting('popupTab', storage).write('list');
  expect(earlySetting('popupTab', storage).read()).toBe('list');
  for (const key of kept.keys()) kept.set(key, '{');
  expect(earlySetting('popupTab', storage).read()).toBeNull();
});

test('an export carries every setting but those of one browser, and of them what the reader has changed', () => {
  expect([...CARRIED].sort()).toEqual([
    'corner',
    'density',
    'fitOnCards',
    'history',
    'language',
    'newMarks',
    'ranking',
    'seenCards',
    'singleKeys',
    'theme',
    'watchWords',
  ]);
  const own = CARRIED.map((name) => carried(name, SETTINGS[name].initial));
  expect(statedSettings(own)).toEqual({});
  expect(statedSettings([...own, carried('theme', 'dark')])).toEqual({ theme: 'dark' });
});

test('the worker reads the settings that are not kept for pages alone', async () => {
  fakeBrowser.reset();
  await writeSetting('ranking', false);
  const kept = new Map([['settings.theme', '"dark"']]);
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: () => {} };
  expect(statedSettings(await readOwnSettings(null))).toEqual({ ranking: false });
  expect(statedSettings(await readOwnSettings(storage))).toEqual({ ranking: false, theme: 'dark' });
});

test.each([
  ['language', 'ja', 'workerLanguage', 'ja'],
  ['language', 'browser', 'workerLanguage', 'browser'],
  ['singleKeys', false, 'cardKeys', false],
] as const)(
  'a file’s %s (%j) holds on our pages, and on cards and in menus too',
  async (name, value, late, elsewhere) => {
    fakeBrowser.reset();
    await writeSetting('workerLanguage', 'de');
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
    };
    await ownSettings(storage).write(carried(name, value));
    expect(earlySetting(name, storage).read()).toBe(value);
    expect(await readSetting(late)).toBe(elsewhere);
  },
);
