import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { matchesOf, SITE_IDS, SITES } from '../../../lib/sites/sites';
import { readReasons, reasonsIn, withoutReason } from '../../../scripts/release/reasons';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** What a store takes as a reason. */
const MOST = 1_000;

test('the reasons for the stores are those of SECURITY.md, as plain text that fits', () => {
  const reasons = readReasons(ROOT);
  expect([...reasons.keys()]).toEqual(expect.arrayContaining(['storage', 'scripting']));
  for (const [name, reason] of reasons) {
    expect(reason, name).not.toMatch(/[`\]]/);
    expect(reason.length, name).toBeLessThanOrEqual(MOST);
  }
});

test('README has a line for each of them; of hosts it says the names', () => {
  const [, after = ''] = readFileSync(`${ROOT}README.md`, 'utf8').split('| permission | why |');
  const [table = ''] = after.split('\n\n');
  const said = [...table.matchAll(/`([^`]+)`(?=[^|]*\|[^|]+\|$)/gm)].map(([, name]) => name);
  const nameOf = (permission: string): string => {
    const host = /^https:\/\/([\w.-]+)\/\*$/.exec(permission)?.[1];
    return host ?? permission;
  };
  const missing = [...readReasons(ROOT).keys()].map(nameOf).filter((name) => !said.includes(name));
  expect(missing).toEqual([]);
});

test('every host of a site has a reason', () => {
  const hosts = SITE_IDS.flatMap((id) => matchesOf(SITES[id]));
  expect(withoutReason({ host_permissions: hosts }, readReasons(ROOT))).toEqual([]);
});

test.each([
  ['a permission', { permissions: ['storage', 'tabs'] }, ['tabs']],
  ['a host', { host_permissions: ['https://a.example/*'] }, ['https://a.example/*']],
  ['an optional permission', { optional_permissions: ['downloads'] }, ['downloads']],
  ['an optional host', { optional_host_permissions: ['https://*/*'] }, ['https://*/*']],
  ['a place of a script', { content_scripts: [{ matches: ['<all_urls>'] }] }, ['<all_urls>']],
  ['one whose reason is empty', { permissions: ['alarms'] }, ['alarms']],
  ['one that another section explains', { permissions: ['idle'] }, ['idle']],
  ['none', { permissions: ['storage'] }, []],
])('%s without a reason is told', (_, manifest, names) => {
  const document = [
    '## Permissions, one by one',
    '| `storage` | settings ([how](docs/a.md)) | – |',
    '| `alarms` |  | – |',
    '## Another',
    '| `idle` | something else | – |',
  ].join('\n');
  const reasons = reasonsIn(document);
  expect(reasons.get('storage')).toBe('settings (how)');
  expect(withoutReason(manifest, reasons)).toEqual(names);
});
