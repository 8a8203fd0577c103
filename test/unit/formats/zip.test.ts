import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zipWriting } from '../../../lib/formats/notes/zip';

const AT = new Date('2026-01-02T03:04:05Z');

test('a zip of more files than its old directory can count is read whole', {
  timeout: 60_000,
}, async () => {
  const files = 65_600;
  const zip = zipWriting();
  const parts = [];
  for (let at = 0; at < files; at++) {
    zip.add(`${at}.md`, `${at}`, AT);
    if (at % 1_000 === 0) parts.push(zip.take());
  }
  const whole = new Blob([...parts, zip.finish()]);
  const read = unzipSync(new Uint8Array(await whole.arrayBuffer()));
  expect(Object.keys(read)).toHaveLength(files);
  expect(new TextDecoder().decode(read[`${files - 1}.md`])).toBe(`${files - 1}`);
});

test.each(['1970-01-01T00:00:00Z', '2200-01-01T00:00:00Z'])(
  'a note changed at %s can be in a zip, which knows 1980 to 2099 only',
  async (time) => {
    const zip = zipWriting();
    zip.add('a.md', 'text', new Date(time));
    const whole = new Blob([zip.finish()]);
    expect(Object.keys(unzipSync(new Uint8Array(await whole.arrayBuffer())))).toEqual(['a.md']);
  },
);
