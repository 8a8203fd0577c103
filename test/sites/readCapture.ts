import { readFile } from 'node:fs/promises';
import type { BrowserCommand } from 'vitest/node';

const FOLDER = new URL('../../../shared/pages/', import.meta.url);

/** Runs in Node for tests in the browser: a captured page as it lies beside the checkout, null where it is absent. */
export const readCapture: BrowserCommand<[name: string]> = async (_context, name) => {
  if (!/^\w[\w.-]*$/.test(name)) throw new Error(`Not the name of a captured page: ${name}`);
  return readFile(new URL(name, FOLDER), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
};
