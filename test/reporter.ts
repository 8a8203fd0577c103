import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one plain line that counts: "N passed, N failed, N skipped". */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    );
    const count = (state: string): number => states.filter((other) => other === state).length;
    const broken = modules.filter(
      (module) => module.state() === 'failed' && module.errors().length > 0,
    ).length;
    console.log(
      `\n${count('passed')} passed, ${count('failed') + broken + errors.length} failed, ${count('skipped')} skipped`,
    );
  }
}
