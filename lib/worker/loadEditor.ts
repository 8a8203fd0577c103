import { browser } from 'wxt/browser';
import { failure, type Result, success } from '../messages/result';
import { readSetting } from '../settings/stored';

/** Puts the editor's script into a tab's page, beside the content script there, and says whether keys are shortcuts. Fails where the page has gone meanwhile. */
export async function loadEditor(tabId: number): Promise<Result<{ singleKeys: boolean }>> {
  try {
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [0] },
      files: ['/editor.js'],
    });
    return success({ singleKeys: await readSetting('cardKeys') });
  } catch (error) {
    return failure('missing', String(error));
  }
}
