import { constants, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { type Asterism, launch } from '../e2e/harness/launch.ts';
import { type Network, takeNetwork } from '../e2e/harness/network.ts';

/** A browser with a library of one size; measures may change it. */
export interface Stage {
  size: number;
  asterism: Asterism;
  network: Network;
  /** The folder of the browser's profile. */
  profile: string;
  /** The folder of the extension, where pages can be added. */
  extension: string;
  /** A new tab, not loaded yet. */
  tab(width?: number, height?: number): Promise<Page>;
  /** The address of a page of the extension. */
  address(path: string): string;
  close(): Promise<void>;
}

/** A browser on a copy of a seeded profile; without one, with an empty library. */
export async function openStage(
  size: number,
  extension: string,
  seeded: string | null,
): Promise<Stage> {
  const profile = mkdtempSync(join(tmpdir(), 'asterism-bench-'));
  if (seeded !== null) {
    cpSync(seeded, profile, { recursive: true, mode: constants.COPYFILE_FICLONE });
    forgetWorker(profile);
  }
  const asterism = await launch({ extension, profile });
  const network = await takeNetwork(asterism.context, true);
  return {
    size,
    asterism,
    network,
    profile,
    extension,
    async tab(width = 1280, height = 900) {
      const page = await asterism.context.newPage();
      await page.setViewportSize({ width, height });
      return page;
    },
    address: (path) => `chrome-extension://${asterism.extensionId}/${path}`,
    async close() {
      await asterism.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** A profile keeps the worker's script that it first saw: that one would be measured, not this build's. */
export function forgetWorker(profile: string): void {
  rmSync(join(profile, 'Default', 'Service Worker'), { recursive: true, force: true });
}
