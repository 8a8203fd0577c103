import type { Page } from 'playwright';
import type { Asterism } from './launch.ts';
import { attach } from './session.ts';
import { type DevToolsSurface, surfaceOfSession } from './surface.ts';
import { until } from './until.ts';

/** The popup in a tab of its own: easier to drive, but the active tab is then the popup itself. */
export async function openPopupTab(asterism: Asterism): Promise<Page> {
  const page = await asterism.context.newPage();
  await page.setViewportSize({ width: 400, height: 600 });
  await page.goto(`chrome-extension://${asterism.extensionId}/popup.html`);
  return page;
}

/** The real popup over the page that is in front. */
export interface Popup extends DevToolsSurface {
  evaluate(expression: string): Promise<unknown>;
  /** A picture of it, PNG. */
  screenshot(): Promise<Buffer>;
  /** As when the reader clicks elsewhere: it is gone at once, in the middle of whatever it was doing. */
  close(): Promise<void>;
}

/** Opens the real popup, as a click on the toolbar's button does. */
export async function openPopup(asterism: Asterism): Promise<Popup> {
  const { browser, extensionId } = asterism;
  await until('the popup to open', async () =>
    // It is refused while another one is closing.
    asterism.worker().evaluate('chrome.action.openPopup().then(() => true, () => undefined)'),
  );
  const target = await until('the popup', async () => {
    const { targetInfos } = await browser.send('Target.getTargets');
    return targetInfos.find(
      (t) => t.url.startsWith(`chrome-extension://${extensionId}/popup.html`) && !t.attached,
    );
  });
  const session = await attach(browser, target.targetId);
  return {
    ...surfaceOfSession(session),
    evaluate: async (expression) => {
      const { result } = await session.send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      return result.value;
    },
    screenshot: async () => {
      const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
      return Buffer.from(data, 'base64');
    },
    close: async () => {
      try {
        await browser.send('Target.closeTarget', { targetId: target.targetId });
      } catch (error) {
        if (!String(error).includes('No target with given id')) throw error; // it closed by itself before
      }
      await until('the popup to go', async () => {
        const { targetInfos } = await browser.send('Target.getTargets');
        return targetInfos.some((t) => t.targetId === target.targetId) ? undefined : true;
      });
    },
  };
}
