import type { BrowserContext, Page } from 'playwright';

/** What a page had to suffer since it was loaded. */
export interface Health {
  /** Sum of all layout shifts that no input of the reader explains; on a page with something of ours, those since then. */
  layoutShift: number;
  /** Tasks over 50 ms: when they began and how long they took, in milliseconds. */
  longTasks: { start: number; duration: number }[];
}

/** Records layout shifts and long tasks of every page from its first moment on. Call it before the page is opened. */
export async function watchHealth(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const health: Health = { layoutShift: 0, longTasks: [] };
    Object.assign(globalThis, { pageHealth: health });
    let since = 0;
    // What a page shifts before we are there is its own, and differs from one load to the next.
    const arriving = new MutationObserver(() => {
      if (document.querySelector('[data-asterism]') === null) return;
      arriving.disconnect();
      since = performance.now();
      health.layoutShift = 0;
    });
    arriving.observe(document, { childList: true, subtree: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
        if (!shift.hadRecentInput && shift.startTime >= since) health.layoutShift += shift.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        health.longTasks.push({ start: startTime, duration });
      }
    }).observe({ type: 'longtask', buffered: true });
  });
}

/** What was recorded up to now; waits two frames, so that what has just happened is in it. */
export async function healthOf(page: Page): Promise<Health> {
  return page.evaluate(async () => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    return (globalThis as unknown as { pageHealth: Health }).pageHealth; // put there by watchHealth
  });
}
