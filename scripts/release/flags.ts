/** What was asked of `npm run release`. */
export interface Asked {
  /** Why the tests are not run; null where they are. */
  withoutTests: string | null;
}

/** Reads the flags of the command; a sentence where they cannot be followed. */
export function readFlags(flags: readonly string[]): Asked | string {
  let withoutTests: string | null = null;
  let isDry = false;
  for (const flag of flags) {
    const [name, ...said] = flag.split('=');
    if (name === '--dry-run') isDry = true;
    else if (name === '--without-tests') withoutTests = said.join('=').trim();
    else return `There is no flag ${name}: use --dry-run and --without-tests=<reason>.`;
  }
  if (withoutTests === '') return 'Say why the tests are not run: --without-tests=<reason>.';
  if (!isDry) {
    return 'Nothing is uploaded by a script. Run "npm run release -- --dry-run" and upload what it lists (store/README.md).';
  }
  return { withoutTests };
}
