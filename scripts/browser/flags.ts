/** Flags of every browser that the tests and the demo start: quiet, with no network traffic of its own. */
export function launchFlags(): string[] {
  return [
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    // Chromium's sandbox refuses to run as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

/** Flags of a browser that nobody looks at. */
export function headlessFlags(): string[] {
  return [...launchFlags(), '--disable-gpu'];
}

/** Flags that load one unpacked extension and no other; both are needed, Playwright disables extensions. */
export function extensionFlags(folder: string): string[] {
  return [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`];
}
