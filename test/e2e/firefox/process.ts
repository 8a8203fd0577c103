import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bidi, openSession } from './bidi.ts';

/** The address of our own pages: the browser would draw another at each installation. */
export const UUID = '11111111-2222-4333-8444-555555555555';

/** The extension's id in Firefox, as the manifest says. */
export const ADDON = 'asterism@asterism.invalid';

/** What every profile of the tests has set. */
const PREFERENCES = {
  'extensions.webextensions.uuids': JSON.stringify({ [ADDON]: UUID }),
  // An extension that is installed for a session only is a new one after a restart; what it stored stays.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  // Input reaches the popup's panel too.
  'remote.events.async.enabled': false,
  // Nobody can press the browser's own question in a test: the answer is yes.
  'extensions.webextOptionalPermissionPrompts': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'ui.prefersReducedMotion': 1,
  // Scrollbars that take 17 pixels from what they scroll, as on Windows.
  'widget.non-native-theme.scrollbar.style': 4,
  'widget.gtk.overlay-scrollbars.enabled': false,
};

/** A running Firefox. */
export interface Process {
  bidi: Bidi;
  /** Ends it as a reader does. */
  quit(): Promise<void>;
  /** SIGKILL: nothing of it gets to finish anything. */
  kill(): Promise<void>;
}

/** Starts Firefox on a profile, with more preferences. */
export async function startFirefox(
  executable: string,
  profile: string,
  preferences: Record<string, string | number | boolean> = {},
): Promise<Process> {
  const lines = Object.entries({ ...PREFERENCES, ...preferences }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const flags = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0'];
  // Stopping the event page, and a few things more, BiDi has no command for (privileged.ts).
  const child = spawn(executable, [...flags, '--remote-allow-system-access', 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, MOZ_HEADLESS_WIDTH: '1280', MOZ_HEADLESS_HEIGHT: '1000' },
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const bidi = await openSession(await addressOf(child));
  return {
    bidi,
    async quit() {
      await bidi.send('browser.close', {});
      await gone;
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (data) => {
      said += data;
      const [, address] = /BiDi listening on (ws:\S+)/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`Firefox does not start: ${said}`)));
  });
}
