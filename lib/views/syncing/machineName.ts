/** Browsers by what their user agents say: the first that fits. */
const BROWSERS: readonly (readonly [mark: RegExp, name: string])[] = [
  [/\bFirefox\//, 'Firefox'],
  [/\bEdg\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bChrome\//, 'Chrome'],
];
const SYSTEMS: readonly (readonly [mark: RegExp, name: string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/** A first name for a machine, by its user agent: "Firefox, Linux". Empty where nothing is known. */
export function machineNameOf(userAgent: string): string {
  return [BROWSERS, SYSTEMS]
    .flatMap((table) => table.find(([mark]) => mark.test(userAgent))?.[1] ?? [])
    .join(', ');
}
