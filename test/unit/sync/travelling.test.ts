import { describe, expect, test } from 'vitest';
import type { PaperId } from '../../../lib/papers/ids';
import { type Command, Peer } from './peer';
import { randomOf, toolsOf } from './tools';

const ID: PaperId = 'arxiv:2504.12345';

function peersWith(count: 2): [Peer, Peer];
function peersWith(count: 3): [Peer, Peer, Peer];
function peersWith(count: number): Peer[] {
  const random = randomOf(count);
  return Array.from({ length: count }, () => new Peer(toolsOf(random)));
}

/** Everybody hears everything, in some order, until nobody says anything new. */
function exchange(...peers: Peer[]): void {
  for (let round = 0; round < 5; round++) {
    for (const peer of peers) {
      peer.capture();
      for (const { written } of peers) for (const batch of written) peer.receive(batch);
      peer.settle();
    }
  }
}

const star: Command = { kind: 'patch', patch: { starred: true } };
const note = (text: string): Command => ({ kind: 'patch', patch: { note: text } });

describe('emptying the trash', () => {
  test('reaches the trash of each machine, once', () => {
    const [a, b] = peersWith(2);
    a.do(ID, note('once said'));
    for (const batch of a.capture()) b.receive(batch);
    b.do(ID, { kind: 'remove' });
    for (const batch of b.capture()) a.receive(batch);
    expect(a.paper(ID).state.trashed?.annotation.note).toBe('once said');
    b.do(ID, { kind: 'empty' });
    for (const batch of b.capture()) a.receive(batch);
    for (const peer of [a, b]) {
      expect(peer.paper(ID).state).toEqual({ bookmark: null, trashed: null });
      expect(peer.paper(ID).replica).toEqual({ elements: [] });
      expect(peer.capture([ID])).toEqual([]);
    }
  });

  test('leaves what was removed here without anybody there having heard of it', () => {
    const [a, b] = peersWith(2);
    a.do(ID, note('once said'));
    for (const batch of a.capture()) b.receive(batch);
    b.do(ID, { kind: 'remove' });
    b.capture();
    b.do(ID, { kind: 'empty' });
    b.capture();
    a.do(ID, note('once said, and more'));
    a.do(ID, { kind: 'remove' });
    a.capture();
    for (const batch of b.written) a.receive(batch);
    expect(a.paper(ID).state.trashed?.annotation.note).toContain('and more');
  });

  test('leaves what was noted and removed here since, before anybody heard of it', () => {
    const [a, b] = peersWith(2);
    a.do(ID, note('once said'));
    a.capture();
    a.do(ID, { kind: 'remove' });
    for (const batch of [...a.written, ...a.capture()]) b.receive(batch);
    b.do(ID, { kind: 'empty' });
    b.capture();
    a.do(ID, note('new'));
    a.do(ID, { kind: 'remove' });
    exchange(a, b);
    expect(a.paper(ID).state.trashed?.annotation.note).toContain('new');
  });

  test('leaves what is in the library again', () => {
    const [a, b] = peersWith(2);
    a.do(ID, note('once said'));
    a.capture();
    a.do(ID, { kind: 'remove' });
    for (const batch of [...a.written, ...a.capture()]) b.receive(batch);
    b.do(ID, { kind: 'empty' });
    b.capture();
    a.do(ID, { kind: 'restore' });
    a.capture();
    exchange(a, b);
    for (const peer of [a, b]) {
      expect(peer.paper(ID).state.bookmark?.annotation.note).toBe('once said');
    }
  });
});

describe('facts about a paper', () => {
  test('as abstract, links and keywords reach the other machines, also where a page states them later', () => {
    const [a, b] = peersWith(2);
    const facts = { abstract: 'About it.', keywords: ['RL'], projectPage: 'https://example.org/' };
    a.do(ID, star);
    a.do(ID, { kind: 'told', facts: { abstract: facts.abstract } });
    for (const batch of a.capture()) b.receive(batch);
    expect(b.paper(ID).facts).toMatchObject({ abstract: facts.abstract });
    a.do(ID, { kind: 'told', facts });
    for (const batch of a.capture()) b.receive(batch);
    expect(b.paper(ID).facts).toEqual(a.paper(ID).facts);
    expect(b.paper(ID).facts).toMatchObject(facts);
    a.do(ID, { kind: 'told', facts: { upvotes: 7, abstract: 'More about it.' } });
    expect(a.capture()).toEqual([]);
  });

  test('that a machine knows more than was said are said, once for all', () => {
    const [a, b, c] = peersWith(3);
    const abstract = 'About it.';
    for (const peer of [b, c]) {
      peer.do(ID, { kind: 'patch', patch: { addTags: ['rl'] } });
      peer.do(ID, { kind: 'told', facts: { abstract } });
      peer.do(ID, { kind: 'remove' });
      peer.do(ID, { kind: 'empty' });
    }
    a.do(ID, star);
    exchange(a, b, c);
    for (const peer of [a, b, c]) expect(peer.paper(ID).facts).toMatchObject({ abstract });
  });
});
