import preact from '@preact/preset-vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './scripts/browser/find.ts';
import { headlessFlags } from './scripts/browser/flags.ts';
import { withoutNames } from './scripts/withoutNames.ts';
import { readCapture } from './test/sites/readCapture.ts';
import { SlowestFirst } from './test/slowestFirst.ts';

/** Real Chromium for everything that touches a DOM or a database. */
function inBrowser() {
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    commands: { readCapture },
    provider: playwright({
      launchOptions: { executablePath: findBrowser() ?? '', args: headlessFlags() },
    }),
    instances: [{ browser: 'chromium' as const }],
  };
}

const alias = { 'wxt/browser': new URL('test/fakeBrowser.ts', import.meta.url).pathname };

/** Minutes of measuring, with a command of its own (`npm run test:measuring`). */
const longRuns = process.env['MEASURE'] ? ['test/e2e/*.long.ts'] : [];

/** End-to-end tests that were late at random beside another browser: they race with a reload, a kill or a full disk. */
const alone = ['test/faults/*.test.ts', 'test/e2e/{captures,fullDisk,reloadsMidway}.test.ts'];

/** A project of end-to-end tests; its files run two at a time. */
function endToEnd(name: string, groupOrder: number) {
  return {
    name,
    environment: 'node' as const,
    include: ['test/{e2e,faults}/**/*.test.ts', ...longRuns],
    globalSetup: 'test/e2e/globalSetup.ts',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Nothing is tried again: what is late on a busy machine is waited for.
    expect: { poll: { timeout: 15_000 } },
    sequence: { groupOrder },
  };
}

// The groups run one after the other; in the first, what runs in Node goes on beside what runs in a page. On two cores each
// has one worker. End-to-end tests have the machine for themselves.
export default defineConfig({
  test: {
    reporters: ['default', './test/reporter.ts'],
    sequence: { sequencer: SlowestFirst },
    projects: [
      {
        test: {
          name: 'checks',
          environment: 'node',
          include: ['test/checks.test.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/unit/**/*.test.ts', 'test/architecture.test.ts'],
          // Some read megabytes or run hundreds of examples: on a busy machine that is no fault of theirs.
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'sync',
          environment: 'node',
          include: ['test/sync/**/*.test.ts'],
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        resolve: { alias },
        plugins: [preact(), withoutNames()],
        // Bundled before the first test: a package found later would reload the page under a running one.
        optimizeDeps: {
          include: [
            'preact',
            'preact/hooks',
            'preact/jsx-runtime',
            'preact/jsx-dev-runtime',
            'axe-core',
            'dexie',
            'fast-check',
            'markdown-it',
            'zod/mini',
            'wxt/testing/fake-browser',
          ],
        },
        test: {
          name: 'browser',
          include: ['test/{component,store,sites,page}/**/*.test.{ts,tsx}'],
          browser: inBrowser(),
          // Some press a hundred keys or carry out hundreds of commands: on a busy machine that takes as long as it takes.
          testTimeout: 40_000,
          expect: { poll: { timeout: 5_000 } },
          sequence: { groupOrder: 0 },
        },
      },
      { test: { ...endToEnd('e2e', 1), exclude: alone } },
      { test: { ...endToEnd('e2e-alone', 2), include: alone, fileParallelism: false } },
    ],
  },
});
