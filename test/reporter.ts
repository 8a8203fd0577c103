import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one plain line that counts: "N passed, N failed", and ", N skipped" where there are any. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    );
    const count = (...wanted: string[]): number =>
      states.filter((state) => wanted.includes(state)).length;
    // A file that cannot be loaded, and an error outside of any test, count as one failure each.
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length;
    const skipped = count('skipped');
    const counts = [`${count('passed')} passed`, `${count('failed', 'pending') + broken} failed`];
    console.log(`\n${[...counts, ...(skipped > 0 ? [`${skipped} skipped`] : [])].join(', ')}`);
  }
}
