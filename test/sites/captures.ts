import { test } from 'vitest';
import { commands } from 'vitest/browser';

declare module 'vitest/browser' {
  interface BrowserCommands {
    readCapture: (name: string) => Promise<string | null>;
  }
}

/** A test of a captured page; skipped, with the reason in its name, where the captured pages are absent. */
export async function testCapture(
  file: string,
  promise: string,
  body: (text: string) => void | Promise<void>,
): Promise<void> {
  const text = await commands.readCapture(file);
  if (text === null) test.skipIf(true)(`${promise} (no captured page ${file} here)`, () => {});
  else test(promise, () => body(text));
}

/** The document of a page; its scripts do not run and nothing is loaded. */
export function toDocument(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}
