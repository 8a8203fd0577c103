import { expect, test, vi } from 'vitest';
import { breakText, importFailureText } from '../../lib/imports/importTexts';
import { setTexts } from '../../lib/text/text';
import messages from '../../public/_locales/en/messages.json';
import { fakeLibrary, openImport } from '../fakes/importing';

// A mistake of ours, whichever it may be: after the first two links of a text, reading it throws.
vi.mock('../../lib/formats/text/decode', () => ({
  async *findInText() {
    for (const n of [1, 2]) {
      const entry = { id: `arxiv:2401.0000${n}` };
      yield { kind: 'entry', line: n * 10, entry };
    }
    throw new RangeError('Invalid string length');
  },
}));
setTexts(
  (key, values) => messages[key].message.replace(/\$(\d)/g, (_, n) => values[n - 1] ?? ''),
  () => 'en',
);

const text = new File(['two links'], 'links.txt');

test('where reading a file throws, the reader sees the line and the reason, and what was before it comes in', async () => {
  const fake = fakeLibrary();
  const { importing, last } = openImport(fake);
  await importing.choose(text);
  const problem = {
    code: 'failed',
    after: 2,
    line: 20,
    error: 'RangeError: Invalid string length',
  } as const;
  expect(last()).toMatchObject({ step: 'preview', newCount: 2, problems: { break: problem } });
  expect(breakText({ break: problem })).toBe(
    'Reading the file failed at line 20 because of a mistake in Asterism: nothing after row 2 can be imported. If you report it, please add this: RangeError: Invalid string length',
  );
  await importing.apply();
  expect([...fake.library.keys()]).toEqual(['arxiv:2401.00001', 'arxiv:2401.00002']);
});

test('where comparing throws, the reader sees it, and the library is as it was', async () => {
  const fake = fakeLibrary();
  fake.reader.bookmarks = async () => {
    throw new TypeError('x is undefined');
  };
  const { importing, last } = openImport(fake);
  await importing.choose(text);
  expect(last()).toEqual({
    step: 'failed',
    name: 'links.txt',
    code: 'bug',
    error: 'TypeError: x is undefined',
  });
  expect(importFailureText('bug', 'TypeError: x is undefined')).toMatch(
    /^A mistake in Asterism.*TypeError: x is undefined$/,
  );
  expect(fake.sent).toEqual([]);
  await importing.choose(text); // and it can be tried again
  expect(last()).toMatchObject({ step: 'failed' });
});

test('where sending throws, the reader sees it', async () => {
  const fake = fakeLibrary();
  const { importing, last } = openImport({
    ...fake,
    send: () => {
      throw new TypeError('x is undefined');
    },
  });
  await importing.choose(text);
  await importing.apply();
  expect(last()).toMatchObject({ step: 'failed', code: 'bug' });
});
