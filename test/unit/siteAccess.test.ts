import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { READ_AT_ONCE } from '../../lib/sites/sites';
import { onWithdrawn } from '../../lib/views/siteAccess';

const [first = { name: '', matches: [] }, ...others] = READ_AT_ONCE;
let permitted: Set<string>;
let change: () => void;

beforeEach(() => {
  permitted = new Set(READ_AT_ONCE.flatMap(({ matches }) => matches));
  const heard: (() => void)[] = [];
  change = () => {
    for (const listener of heard) listener();
  };
  const event = { addListener: (listener: () => void) => heard.push(listener) };
  Object.assign(fakeBrowser, {
    permissions: {
      contains: async ({ origins }: { origins: string[] }) =>
        origins.every((o) => permitted.has(o)),
      onAdded: event,
      onRemoved: event,
    },
  }); // it has none of its own
});

test('there are sites that are read from the beginning', () => {
  expect(READ_AT_ONCE.map(({ name }) => name)).toContain('Hugging Face');
  for (const { matches } of READ_AT_ONCE) expect(matches).not.toEqual([]);
});

test('nothing is said while everything is permitted', async () => {
  const said = vi.fn();
  onWithdrawn(READ_AT_ONCE, said);
  change();
  await new Promise((settled) => setTimeout(settled));
  expect(said).not.toHaveBeenCalled();
});

test('what is taken is said with what to ask for, also while the popup is open, until it is given back', async () => {
  const said = vi.fn();
  onWithdrawn(READ_AT_ONCE, said);
  permitted = new Set(others.flatMap(({ matches }) => matches));
  change();
  await vi.waitFor(() =>
    expect(said).toHaveBeenLastCalledWith({ names: [first.name], origins: first.matches }),
  );
  permitted = new Set(READ_AT_ONCE.flatMap(({ matches }) => matches));
  change();
  await vi.waitFor(() => expect(said).toHaveBeenLastCalledWith(null));
});
