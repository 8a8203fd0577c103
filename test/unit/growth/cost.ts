/**
 * How the cost of work grows with the size of its text, without a stopwatch: time is the processor's, of this thread alone
 * (`threadCpuUsage`), so neither other programs nor the collector's and the compiler's own threads count. A text grows by
 * `STEP` until the work costs more than `FLOOR_MS`; what never does is cheap, however it grows. Linear work then costs
 * `STEP` times as much for each step, quadratic work the square of it; `MOST_TIMES` is halfway. What seems to be beyond is
 * measured again, and the least of each size counts: a busy machine makes work slower and never faster.
 */
const STEP = 4;
const MOST_TIMES = STEP ** 1.5;
const FLOOR_MS = 100;
/** What a character may cost at most, whatever is done with it: more is as bad as growing. */
const MOST_MS_EACH = 0.1;
const LOOKS = 3;

/** Something that is done with a text. */
export type Work = (text: string) => unknown;

/** A text of about so many characters. */
export type Shape = (size: number) => string;

/** Says where work costs too much: `times` as much for a text of `size` characters as for a quarter of it. Null: nowhere. */
export async function growth(work: Work, shape: Shape, largest: number): Promise<string | null> {
  let [smaller, before] = ['', Number.POSITIVE_INFINITY];
  for (let size = largest / STEP ** 3; size <= largest; size *= STEP) {
    const text = shape(size);
    let ms = await costOf(work, text);
    if (ms > FLOOR_MS && ms > before * MOST_TIMES) {
      for (let look = 1; look < LOOKS; look++) {
        before = Math.min(before, await costOf(work, smaller));
        ms = Math.min(ms, await costOf(work, text));
      }
      const times = (ms / before).toFixed(1);
      if (ms > FLOOR_MS && ms > before * MOST_TIMES) {
        return `${size} characters take ${times} times as long as ${size / STEP}`;
      }
    }
    if (ms > size * MOST_MS_EACH + FLOOR_MS) return `${size} characters take ${Math.round(ms)} ms`;
    [smaller, before] = [text, ms];
  }
  return null;
}

/** Milliseconds. */
async function costOf(work: Work, text: string): Promise<number> {
  const before = process.threadCpuUsage();
  await work(text);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}
