import type { Page } from 'playwright';

/** How a page fared while something went on: the longest task, and the longest time between two frames. */
export interface Responsive {
  longestTask: number;
  longestGap: number;
}

/** Watches a page that `watchPaints` watches already, while something goes on in it. */
export async function whileWatching<T>(
  page: Page,
  work: () => Promise<T>,
): Promise<{ value: T; responsive: Responsive }> {
  await page.evaluate(() => {
    const gaps = { last: performance.now(), longest: 0, start: performance.now(), on: true };
    Object.assign(globalThis, { gaps });
    const frame = (now: number): void => {
      gaps.longest = Math.max(gaps.longest, now - gaps.last);
      gaps.last = now;
      if (gaps.on) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  const value = await work();
  const responsive = await page.evaluate(() => {
    const { gaps, told } = globalThis as unknown as {
      gaps: { longest: number; start: number; on: boolean };
      told: { longTasks: { start: number; duration: number }[] };
    }; // put there above and by watchPaints
    gaps.on = false;
    const tasks = told.longTasks.filter(({ start }) => start >= gaps.start);
    return {
      longestTask: Math.max(0, ...tasks.map(({ duration }) => duration)),
      longestGap: gaps.longest,
    };
  });
  return { value, responsive };
}
