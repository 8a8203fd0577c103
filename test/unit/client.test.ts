import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ANSWERS } from '../../lib/messages/answers';
import { createSend } from '../../lib/messages/delivery';

const WAITS = [1, 1, 1];
const tags = { tags: [{ tag: 'rl', count: 2 }] };
const send = createSend(ANSWERS, WAITS);
const ask = () => send('tags.list', {});

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

/** A worker that answers each attempt in turn: by a reply, or by an error that the browser throws. */
function worker(...replies: unknown[]) {
  return vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async () => {
    const reply = replies.shift();
    if (reply instanceof Error) throw reply;
    return reply;
  });
}

test('a message reaches the listener in its envelope and the answer comes back', async () => {
  const heard: unknown[] = [];
  fakeBrowser.runtime.onMessage.addListener((message, _sender, sendResponse) => {
    heard.push(message);
    sendResponse({ ok: true, value: tags });
    return true;
  });
  expect(await ask()).toEqual({ ok: true, value: tags });
  expect(heard).toEqual([{ name: 'tags.list', request: {} }]);
});

describe('a worker that dies before it answers', () => {
  test.each([
    'Could not establish connection. Receiving end does not exist.',
    'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received',
    'The message port closed before a response was received.',
    'Promised response from onMessage listener went out of scope',
    "Actor 'Conduits' destroyed before query 'RuntimeMessage' was resolved",
  ])('is asked again: %s', async (text) => {
    const attempts = worker(new Error(text), undefined, null, { ok: true, value: tags });
    expect(await ask()).toEqual({ ok: true, value: tags });
    expect(attempts).toHaveBeenCalledTimes(4);
  });

  test('and never comes back is given up after four attempts', async () => {
    const attempts = worker();
    expect(await ask()).toMatchObject({ ok: false, code: 'unanswered' });
    expect(attempts).toHaveBeenCalledTimes(4);
  });
});

test('a failure is an answer: it is passed on and nothing is sent again', async () => {
  const full = { ok: false, code: 'full', detail: 'no room' };
  const attempts = worker(full);
  expect(await ask()).toEqual(full);
  expect(attempts).toHaveBeenCalledTimes(1);
});

test.each([
  { ok: true, value: { tags: 'rl' } },
  { ok: true },
  { ok: false, code: 'no such code', detail: '' },
  { ok: 'yes', value: tags },
  'rl',
  7,
])('an answer of another shape is unreadable: %j', async (reply) => {
  worker(reply);
  expect(await ask()).toMatchObject({ ok: false, code: 'unreadable' });
});

describe('an extension that was updated under the page', () => {
  test('is known by its missing id, and is not asked', async () => {
    const attempts = worker({ ok: true, value: tags });
    vi.spyOn(fakeBrowser.runtime, 'id', 'get').mockReturnValue(undefined as unknown as string); // as browsers do
    expect(await ask()).toMatchObject({ ok: false, code: 'orphaned' });
    expect(attempts).not.toHaveBeenCalled();
  });

  test('is known by the error that Chromium throws, and is not asked again', async () => {
    const attempts = worker(new Error('Extension context invalidated.'));
    expect(await ask()).toMatchObject({ ok: false, code: 'orphaned' });
    expect(attempts).toHaveBeenCalledTimes(1);
  });
});
