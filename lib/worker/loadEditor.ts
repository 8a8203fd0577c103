import { browser } from 'wxt/browser';
import { failure, type Result, success } from '../messages/result';
import { readSetting } from '../settings/stored';

/** Puts the editor's script into a tab's page, beside the content script there, and says whether keys are shortcuts. Fails where the page has gone meanwhile. */
export async function loadEditor(tabId: number): Promise<Result<{ singleKeys: boolean }>> {
  try {
    const target = { tabId, frameIds: [0] };
    const [singleKeys] = await Promise.all([
      readSetting('cardKeys'),
      browser.scripting.executeScript({ target, files: ['/editor.js'] }),
    ]);
    return success({ singleKeys });
  } catch (error) {
    return failure('missing', String(error));
  }
}
