import { expect, test } from 'vitest';
import {
  emptyForm,
  type FormValues,
  folderOf,
  isExposed,
  wishesOf,
} from '../../../lib/views/syncing/form';
import { machineNameOf } from '../../../lib/views/syncing/machineName';

const form = (some: Partial<FormValues> = {}): FormValues => ({
  ...emptyForm(null, 'Laptop'),
  ...{ address: 'https://nas.example/dav', user: ' ada ', password: ' secret ' },
  ...some,
});

test('a form about a server asks for its folder; a password is taken as it is', () => {
  expect(wishesOf(form({ passphrase: 'p' }), null)).toEqual({
    place: {
      kind: 'webdav',
      address: 'https://nas.example/dav/',
      user: 'ada',
      password: ' secret ',
    },
    host: 'nas.example',
    passphrase: 'p',
    machineName: 'Laptop',
  });
});

test.each<[string, Partial<FormValues>]>([
  ['no address', { address: 'ftp://nas' }],
  ['no name of the machine', { machineName: '  ' }],
  ['http to the world', { address: 'http://nas.example/dav' }],
  ['no folder that was chosen', { kind: 'folder' }],
])('with %s nothing is asked for', (_, some) => {
  expect(wishesOf(form(some), null)).toBeNull();
});

test('http is for the local network, or for who ticked that', () => {
  expect(wishesOf(form({ address: 'http://nas.local/dav' }), null)).not.toBeNull();
  expect(isExposed(folderOf(form({ address: 'http://nas.local/dav' })))).toBe(false);
  const open = form({ address: 'http://nas.example/dav' });
  expect(isExposed(folderOf(open))).toBe(true);
  expect(wishesOf({ ...open, allowsOpen: true }, null)).not.toBeNull();
});

test('an address that is meant as it was typed stays so', () => {
  const typed = form({ address: 'https://nas.example', isAsTyped: true });
  expect(folderOf(typed)?.address).toBe('https://nas.example/');
});

test('a folder on this computer needs no address', () => {
  expect(wishesOf(form({ kind: 'folder', address: '' }), 'Papers')).toMatchObject({
    place: { kind: 'folder' },
    host: 'Papers',
  });
});

test('a place that is corrected is there as it is, without its password', () => {
  const place = {
    kind: 'webdav',
    address: 'https://nas.example/',
    user: 'ada',
    password: 'old',
  } as const;
  expect(emptyForm(place, 'Laptop')).toMatchObject({
    address: 'https://nas.example/',
    user: 'ada',
    password: '',
  });
  expect(folderOf(emptyForm(place, 'Laptop'))?.address).toBe('https://nas.example/');
});

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0', 'Firefox, Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
    'Edge, Windows',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    'Chrome, macOS',
  ],
  ['something else', ''],
])('%s is %j', (userAgent, name) => {
  expect(machineNameOf(userAgent)).toBe(name);
});
