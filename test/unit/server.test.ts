import { describe, expect, test, vi } from 'vitest';
import { CONTRACT, type MessageName, type Sender } from '../../lib/messages/contract';
import { failure, success } from '../../lib/messages/result';
import type { MessageSender } from '../../lib/messages/senders';
import { createListener, type Handlers } from '../../lib/messages/server';
import { REQUESTS } from './requests';

const NAMES = Object.keys(CONTRACT) as MessageName[]; // the contract's own keys
const own = 'chrome-extension://abcdef';
const home = { id: 'abcdef', address: `${own}/`, sites: ['https://huggingface.co'] };
const site = 'https://huggingface.co';

/** Who may stand at the door, and what they are to us. */
const SENDERS: [who: string, sender: MessageSender, is: Sender | 'nobody'][] = [
  ['the popup', { id: 'abcdef', origin: own, url: `${own}/popup.html` }, 'page'],
  [
    'an extension page in a tab',
    { id: 'abcdef', origin: own, url: `${own}/options.html`, frameId: 0, tab: { id: 7 } },
    'page',
  ],
  ['an extension page without an origin', { id: 'abcdef', url: `${own}/popup.html` }, 'page'],
  [
    'a listing',
    { id: 'abcdef', origin: site, url: `${site}/papers`, frameId: 0, tab: { id: 7 } },
    'card',
  ],
  [
    'a listing without an origin',
    { id: 'abcdef', url: `${site}/papers`, frameId: 0, tab: { id: 7 } },
    'card',
  ],
  ['a frame of a listing', { id: 'abcdef', origin: site, frameId: 3, tab: { id: 7 } }, 'nobody'],
  ['a listing without a tab', { id: 'abcdef', origin: site, frameId: 0 }, 'nobody'],
  [
    'another site',
    { id: 'abcdef', origin: 'https://example.com', frameId: 0, tab: { id: 7 } },
    'nobody',
  ],
  [
    'a site that begins like ours',
    { id: 'abcdef', origin: 'https://huggingface.co.example.com', frameId: 0, tab: { id: 7 } },
    'nobody',
  ],
  [
    'our site without encryption',
    { id: 'abcdef', origin: 'http://huggingface.co', frameId: 0, tab: { id: 7 } },
    'nobody',
  ],
  [
    'an opaque origin at our address',
    { id: 'abcdef', origin: 'null', url: `${site}/papers`, frameId: 0, tab: { id: 7 } },
    'nobody',
  ],
  [
    'a site whose address names our page',
    { id: 'abcdef', url: `https://example.com/?${own}/`, frameId: 0, tab: { id: 7 } },
    'nobody',
  ],
  ['another extension', { id: 'other', origin: 'chrome-extension://other' }, 'nobody'],
  ['another extension that says it is our page', { id: 'other', origin: own }, 'nobody'],
  ['nobody at all', {}, 'nobody'],
];

function start(overrides: Partial<Handlers> = {}) {
  const called: string[] = [];
  const entries = NAMES.map((name) => [
    name,
    async () => {
      called.push(name);
      return failure('missing', 'called');
    },
  ]);
  const handlers = { ...Object.fromEntries(entries), ...overrides } as Handlers; // one for each name
  const log = vi.fn();
  const listener = createListener(handlers, { ...home, log });
  const ask = (message: unknown, sender: MessageSender = SENDERS[0]?.[1] ?? {}): Promise<unknown> =>
    new Promise((resolve) => {
      if (listener(message, sender, resolve) === undefined) resolve('ignored');
    });
  return { ask, called, log, listener };
}

describe('who may send what', () => {
  const table = SENDERS.flatMap(([who, sender, is]) =>
    NAMES.map((name) => ({ who, sender, is, name })),
  );
  test.each(table)('$name from $who', async ({ sender, is, name }) => {
    const { ask, called } = start();
    const allowed = is !== 'nobody' && CONTRACT[name].from.includes(is);
    const reply = await ask({ name, request: REQUESTS[name] }, sender);
    expect(reply).toMatchObject({ ok: false, code: allowed ? 'missing' : 'refused' });
    expect(called).toEqual(allowed ? [name] : []);
  });

  test('a card may do what a card needs and no more', () => {
    const ofCards = NAMES.filter((name) => CONTRACT[name].from.includes('card'));
    expect(ofCards).toEqual([
      'page.show',
      'page.ask',
      'papers.see',
      'marks.load',
      'marks.settings',
      'papers.unsee',
      'annotations.get',
      'annotation.patch',
      'paper.dismiss',
      'paper.copy',
      'tags.list',
      'editor.load',
    ]);
  });

  test('a handler learns the tab and the site of a card', async () => {
    const show = vi.fn(async () => success({ papers: {} }));
    const { ask } = start({ 'page.show': show });
    await ask({ name: 'page.show', request: REQUESTS['page.show'] }, SENDERS[3]?.[1]);
    expect(show).toHaveBeenCalledWith(expect.anything(), {
      kind: 'card',
      tabId: 7,
      origin: 'https://huggingface.co',
    });
  });

  test('a handler learns that a card is in a private window', async () => {
    const show = vi.fn(async () => success({ papers: {} }));
    const { ask } = start({ 'page.show': show });
    const card = SENDERS[3]?.[1];
    const sender = { ...card, tab: { ...card?.tab, incognito: true } };
    await ask({ name: 'page.show', request: REQUESTS['page.show'] }, sender);
    expect(show).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({ isPrivate: true }),
    );
  });
});

describe('messages that are not as the contract says', () => {
  test.each(NAMES)('%s: wrong requests are unreadable and reach no handler', async (name) => {
    const { ask, called } = start();
    const sender = SENDERS.find(([, , is]) => is === CONTRACT[name].from[0])?.[1];
    for (const request of [
      null,
      7,
      'x',
      [],
      { surprise: 1 },
      { ids: 'all' },
      { id: '__proto__' },
    ]) {
      expect(await ask({ name, request }, sender)).toMatchObject({ ok: false, code: 'unreadable' });
    }
    expect(called).toEqual([]);
  });

  test('a message of no name that we know is unknown, names of every object included', async () => {
    const { ask } = start();
    for (const name of ['nothing', 'constructor', '__proto__', 'toString', '']) {
      expect(await ask({ name, request: {} })).toMatchObject({ ok: false, code: 'unknown' });
    }
  });

  test("somebody else's messages are left to them", async () => {
    const { ask } = start();
    for (const message of [
      undefined,
      null,
      'ping',
      7,
      [],
      {},
      { name: 'x' },
      { name: 7, request: {} },
    ]) {
      expect(await ask(message)).toBe('ignored');
    }
  });

  test('one paper that cannot be read does not stop the others', async () => {
    const show = vi.fn(async () => success({ papers: {} }));
    const { ask } = start({ 'page.show': show });
    const good = { id: 'arxiv:2504.00001', title: 'Good', authors: [] };
    const bad = { id: 'arxiv:2504.00002', title: 7 };
    const request = { listing: '/papers', ids: [good.id, bad.id], papers: [good, bad], asks: [] };
    await ask({ name: 'page.show', request }, SENDERS[3]?.[1]);
    expect(show).toHaveBeenCalledWith({ ...request, papers: [good, null] }, expect.anything());
  });

  test.each([
    ['annotation.patch', { patch: { starred: true } }],
    ['paper.copy', { as: 'link' }],
  ])('%s: a request that brings another paper is unreadable', async (name, asked) => {
    const { ask } = start();
    const paper = { id: 'arxiv:2504.00001', title: 'x', authors: [] };
    const same = { ...asked, id: paper.id, paper };
    expect(await ask({ name, request: same })).toMatchObject({ code: 'missing' });
    const other = { ...asked, id: 'arxiv:2504.00002', paper };
    expect(await ask({ name, request: other })).toMatchObject({ code: 'unreadable' });
  });

  test('a paper is copied in ways that are known, and in no other', async () => {
    const { ask } = start();
    for (const as of ['json', 'toString', '', null, undefined]) {
      const request = { id: 'arxiv:2504.00001', as };
      expect(await ask({ name: 'paper.copy', request })).toMatchObject({ code: 'unreadable' });
    }
  });
});

test('a handler that throws is logged and answered', async () => {
  const bug = new Error('a bug');
  const { ask, log } = start({
    'tags.list': () => {
      throw bug;
    },
    'cache.clear': () => Promise.reject(bug),
  });
  for (const name of ['tags.list', 'cache.clear']) {
    expect(await ask({ name, request: {} })).toMatchObject({ ok: false, code: 'storage' });
    expect(log).toHaveBeenCalledWith(name, bug);
  }
});

test('handlers are called at once and in the order of the messages', () => {
  const order: number[] = [];
  const { listener } = start({
    'step.undo': async ({ step }) => {
      order.push(step);
      return success({ ids: [] });
    },
  });
  for (const step of [1, 2, 3]) {
    listener({ name: 'step.undo', request: { step } }, SENDERS[0]?.[1] ?? {}, () => {});
  }
  expect(order).toEqual([1, 2, 3]);
});

test('nothing is carried out before what comes first is done, and then in the order of arrival', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const done: unknown[] = [];
  const handlers = Object.fromEntries(
    NAMES.map((name) => [name, async () => success(done.push(name))]),
  ) as unknown as Handlers; // what they answer is looked at nowhere
  const listener = createListener(handlers, { ...home, log: () => {}, after: promise });
  const popup = { id: 'abcdef', origin: own };
  const answered = ['tags.list', 'cache.clear', 'tags.list'].map(
    (name) =>
      new Promise((reply) => {
        listener({ name, request: {} }, popup, reply);
      }),
  );
  await new Promise((later) => setTimeout(later));
  expect(done).toEqual([]);
  resolve();
  await Promise.all(answered);
  expect(done).toEqual(['tags.list', 'cache.clear', 'tags.list']);
});
