import { expect, test } from 'vitest';
import { permissionFor } from '../../../lib/remote/permission';

test('one host is asked for, whatever its port and its folder', () => {
  const asked = permissionFor('https://nas.example:8443/dav/papers/', { manifest_version: 3 });
  expect(asked).toEqual({ origins: ['https://nas.example/*'] });
});

test('where the manifest names data that may leave, they are asked for, too', () => {
  const optional = ['bookmarksInfo', 'websiteContent'];
  const manifest = {
    manifest_version: 3,
    browser_specific_settings: { gecko: { data_collection_permissions: { optional } } },
  };
  expect(permissionFor('http://nas.local/', manifest)).toEqual({
    origins: ['http://nas.local/*'],
    data_collection: optional,
  });
});
