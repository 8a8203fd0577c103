import { browser } from 'wxt/browser';
import { failure, type Result, success } from '../messages/result';

/** Puts the editor's script into a tab's page, beside the content script there. Fails where the page has gone meanwhile. */
export async function loadEditor(tabId: number): Promise<Result<{ loaded: true }>> {
  try {
    await browser.scripting.executeScript({
      target: { tabId, frameIds: [0] },
      files: ['/editor.js'],
    });
    return success({ loaded: true });
  } catch (error) {
    return failure('missing', String(error));
  }
}
