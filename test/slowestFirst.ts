import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take a minute or more: begun last, one of them would keep the others of its group waiting. */
const SLOW = /\/e2e\/(bench|boxes|accessibility|popup|private|starring|upgrades)\.test\.ts$/;

/** The order of test files: in a clone that knows no durations, Vitest has the longest texts first. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isSlow = ({ moduleId }: TestSpecification): boolean => SLOW.test(moduleId);
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}
