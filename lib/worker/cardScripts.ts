import { browser } from 'wxt/browser';
import { failure, type Result, success } from '../messages/result';
import type { Caller } from '../messages/senders';
import type { Handlers } from '../messages/server';
import { readSetting } from '../settings/stored';

type Name = 'editor.load' | 'marks.load' | 'marks.settings';

/** What a page's first script does without: the scripts that come after it, and what they have to know at once. */
export const cardScripts: Pick<Handlers, Name> = {
  'editor.load': (_, caller) => load('/editor.js', caller),
  'marks.load': (_, caller) => load('/marks.js', caller),
  'marks.settings': async ({ site }, caller) => {
    if (caller.kind !== 'card') return failure('refused', 'marks.settings');
    const [showsNew, seenCards, singleKeys] = await Promise.all([
      readSetting('newMarks'),
      readSetting('seenCards'),
      readSetting('cardKeys'),
    ]);
    return success({
      remembers: !caller.isPrivate,
      showsNew,
      seenCards: seenCards[site] ?? null,
      singleKeys,
    });
  },
};

/** Puts a script of the package into a tab's page, beside the content script there. Fails where the page has gone meanwhile. */
async function load(
  file: '/editor.js' | '/marks.js',
  caller: Caller,
): Promise<Result<{ told: true }>> {
  if (caller.kind !== 'card') return failure('refused', file);
  try {
    const target = { tabId: caller.tabId, frameIds: [0] };
    await browser.scripting.executeScript({ target, files: [file] });
    return success({ told: true });
  } catch (error) {
    return failure('missing', String(error));
  }
}
