import { describe, expect, test } from 'vitest';
import { readAddress, withoutAdditions } from '../../../lib/views/syncing/address';
import { isOfLocalNetwork } from '../../../lib/views/syncing/localNetwork';

const OURS = 'https://cloud.example.org/remote.php/dav/files/ada/Asterism/';

test.each([
  ['https://cloud.example.org', OURS],
  ['cloud.example.org', OURS],
  [' https://cloud.example.org/ ', OURS],
  ['https://cloud.example.org/login', OURS],
  ['https://cloud.example.org/index.php/login?clear=1', OURS],
  ['https://cloud.example.org/apps/files/files/12?dir=/Papers', OURS],
  ['https://cloud.example.org/index.php/apps/dashboard/', OURS],
  ['https://cloud.example.org/remote.php', OURS],
  ['https://cloud.example.org/remote.php/dav', OURS],
  ['https://cloud.example.org/remote.php/dav/files/ada', OURS],
  ['https://cloud.example.org/remote.php/webdav/', OURS],
  [
    'https://example.org/nextcloud',
    'https://example.org/nextcloud/remote.php/dav/files/ada/Asterism/',
  ],
  [
    'https://example.org/nextcloud/index.php/apps/files/',
    'https://example.org/nextcloud/remote.php/dav/files/ada/Asterism/',
  ],
  [
    'https://example.org/ownCloud/',
    'https://example.org/ownCloud/remote.php/dav/files/ada/Asterism/',
  ],
])('of a Nextcloud, %s is completed to the folder of ours', (typed, address) => {
  expect(readAddress(typed, 'ada')?.address).toBe(address);
});

test.each([
  ['https://cloud.example.org/remote.php/dav/files/ada/Papers/Asterism', 'a folder of a Nextcloud'],
  ['https://cloud.example.org/remote.php/webdav/Asterism/', 'an older address of one'],
  ['https://nas.example.org/dav/asterism', 'a folder of any server'],
  ['https://nas.example.org:5006/home/asterism/', 'a folder at a port'],
  ['https://app.koofr.net/dav/Koofr/', 'a root that has a path'],
])('%s stays as it is: %s', (typed) => {
  const folder = readAddress(typed, 'ada');
  expect(folder).toMatchObject({ address: typed.replace(/\/?$/, '/'), typed: null });
});

test.each([
  ['https://webdav.fastmail.com', 'https://webdav.fastmail.com/Asterism/'],
  ['https://dav.example.org/', 'https://dav.example.org/Asterism/'],
  ['http://192.168.1.5:8080', 'http://192.168.1.5:8080/Asterism/'],
])('at the root of %s is a folder of ours', (typed, address) => {
  expect(readAddress(typed, 'ada')?.address).toBe(address);
});

test('a user is written as addresses write it', () => {
  expect(readAddress('cloud.example.org', 'ada@example.org')?.address).toBe(
    'https://cloud.example.org/remote.php/dav/files/ada%40example.org/Asterism/',
  );
});

test('what was added can be taken back', () => {
  const folder = readAddress('https://cloud.example.org', 'ada');
  expect(folder && withoutAdditions(folder)).toMatchObject({
    address: 'https://cloud.example.org/',
    typed: null,
  });
});

test('a password in the address is not kept there', () => {
  expect(readAddress('https://ada:secret@nas.example.org/dav/?x=1#y', '')?.address).toBe(
    'https://nas.example.org/dav/',
  );
});

test.each([
  '',
  '   ',
  'ftp://example.org/',
  'file:///home/ada',
  'javascript:alert(1)//',
  'https://',
  'a b c',
])('%j is not an address', (typed) => {
  expect(readAddress(typed, 'ada')).toBeNull();
});

test('what is asked for is one origin, without its port', () => {
  expect(readAddress('https://nas.example.org:5006/dav/', '')).toMatchObject({
    origin: 'https://nas.example.org/*',
    host: 'nas.example.org:5006',
    isOpen: false,
  });
  expect(readAddress('http://[fd00::5]:8080/dav/', '')).toMatchObject({
    origin: 'http://[fd00::5]/*',
    isOpen: true,
  });
});

describe('the local network', () => {
  test.each([
    ...[
      'localhost',
      'nas',
      'nas.local',
      'NAS.lan',
      'disk.home.arpa',
      'cloud.fritz.box',
      'nas.local.',
    ],
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.1', '192.168.0.10', '169.254.1.1'],
    ...['[::1]', '[fe80::1]', '[fd12:3456::1]'],
  ])('has %s', (host) => {
    expect(isOfLocalNetwork(host)).toBe(true);
  });

  test.each([
    ...['example.org', 'local.example.org', 'nas.local.example.com'],
    ...[
      '8.8.8.8',
      '172.15.0.1',
      '172.32.0.1',
      '192.169.0.1',
      '11.0.0.1',
      '[2001:db8::1]',
      '[fec0::1]',
    ],
  ])('does not have %s', (host) => {
    expect(isOfLocalNetwork(host)).toBe(false);
  });
});
