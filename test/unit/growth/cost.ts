/**
 * How the cost of work grows with the size of its text, without a stopwatch: time is the processor's, of this thread alone
 * (`threadCpuUsage`), so neither other programs nor the collector's and the compiler's own threads count. A text grows by
 * `STEP` until the work costs more than `FLOOR_MS`; what never does is cheap, however it grows. Linear work then costs
 * `STEP` times as much for each step, quadratic work the square of it; `MOST_TIMES` is halfway. What seems to be beyond is
 * measured again, and the least of each size counts: a busy machine makes work slower and never faster. Work that grows too
 * fast does so from size to size; a text that is merely read another way from some length on costs more in one place, so
 * each half of a step has to be beyond `MOST_TIMES_OF_HALF`.
 */
const STEP = 4;
const MOST_TIMES = STEP ** 1.5;
const MOST_TIMES_OF_HALF = (STEP / 2) ** 1.25;
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
  let before = Number.POSITIVE_INFINITY;
  for (let size = largest / STEP ** 3; size <= largest; size *= STEP) {
    let ms = await costOf(work, shape(size));
    if (isTooMuch(ms, before)) {
      const all = await leastOf(work, [size / STEP, (size * 2) / STEP, size].map(shape));
      const [smallest = 0, half = 0, whole = 0] = all;
      ms = Math.min(ms, whole);
      before = Math.min(before, smallest);
      const isSteady = half > smallest * MOST_TIMES_OF_HALF && ms > half * MOST_TIMES_OF_HALF;
      if (isTooMuch(ms, before) && isSteady) {
        const times = (ms / before).toFixed(1);
        return `${size} characters take ${times} times as long as ${size / STEP}`;
      }
    }
    if (ms > size * MOST_MS_EACH + FLOOR_MS) return `${size} characters take ${Math.round(ms)} ms`;
    before = ms;
  }
  return null;
}

function isTooMuch(ms: number, before: number): boolean {
  return ms > FLOOR_MS && ms > before * MOST_TIMES;
}

/** The least milliseconds for each of some texts. */
async function leastOf(work: Work, texts: readonly string[]): Promise<number[]> {
  const least = texts.map(() => Number.POSITIVE_INFINITY);
  for (let look = 0; look < LOOKS; look++) {
    for (const [at, text] of texts.entries()) {
      least[at] = Math.min(least[at] ?? 0, await costOf(work, text));
    }
  }
  return least;
}

/** Milliseconds. */
async function costOf(work: Work, text: string): Promise<number> {
  const before = process.threadCpuUsage();
  await work(text);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}
