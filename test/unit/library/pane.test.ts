import { expect, test } from 'vitest';
import type { PaperId } from '../../../lib/papers/ids';
import { type Address, START } from '../../../lib/views/library/address';
import { createPane } from '../../../lib/views/library/pane';

const IDS: PaperId[] = ['arxiv:2504.00001', 'arxiv:2504.00002'];
const [A, B] = IDS as [PaperId, PaperId];

/** A pane of a library at an address; `steps`: the papers of it that "back" returns to. */
function open(at: Partial<Address> = {}) {
  let address: Address = { ...START, ...at };
  const steps: (PaperId | null)[] = [];
  const active: number[] = [];
  const pane = createPane({
    address: () => address,
    activate: (place) => void active.push(place),
    idAt: (place) => IDS[place],
    go(part, aside) {
      address = { ...address, part: undefined, ...part };
      if (!aside) steps.push(address.paper);
    },
  });
  const go = (part: Partial<Address>): void => {
    address = { ...address, ...part };
    pane.follow();
  };
  return { pane, go, steps, active, shown: () => address.paper };
}

test.each([
  // [what, the paper that is shown, to be read, beside the list, shown afterwards, a step to come back from]
  ['moving beside the list opens it', null, false, true, B, false],
  ['moving where it covers the list does not', null, false, false, null, false],
  ['asking for it does, as a step of its own', null, true, false, B, true],
  ['asking for it beside the list is not one', null, true, true, B, false],
  ['moving while it is open shows the next paper', A, false, true, B, false],
  ['also where it covers the list', A, false, false, B, false],
])('the pane: %s', (_, before, isRead, isBeside, after, isStep) => {
  const { pane, steps, active, shown } = open({ paper: before });
  pane.activate(1, isRead, isBeside);
  expect(active).toEqual([1]);
  expect(shown()).toBe(after);
  expect(steps.length > 0).toBe(isStep);
});

test('a pane that the reader closed opens again only when asked for, and then follows again', () => {
  const { pane, shown } = open();
  pane.activate(0, false, true);
  pane.close();
  expect(shown()).toBeNull();
  pane.activate(1, false, true);
  expect(shown()).toBeNull();
  pane.activate(1, true, true);
  expect(shown()).toBe(B);
  pane.activate(0, false, true);
  expect(shown()).toBe(A);
});

test('a row that is not there shows nothing', () => {
  const { pane, shown } = open();
  pane.activate(7, true, true);
  expect(shown()).toBeNull();
});

test('a part is asked for once: each time it is wanted, and not by the next pane', () => {
  const { pane, go } = open();
  pane.read(A, 'tags', true);
  expect(pane.ask()).toEqual({ part: 'tags', turn: 1 });
  pane.read(A, 'tags', true);
  expect(pane.ask()).toEqual({ part: 'tags', turn: 2 });
  go({ paper: null });
  expect(pane.ask()).toBeNull();
});

test('an address with a part asks for it, and does not have it any more', () => {
  let told = 0;
  const { pane, go, shown } = open();
  pane.subscribe(() => told++);
  go({ paper: A, part: 'tags' });
  expect([shown(), pane.ask(), told]).toEqual([A, { part: 'tags', turn: 1 }, 1]);
  pane.follow(); // as after any change
  expect([pane.ask()?.turn, told]).toEqual([1, 1]);
});

test('the pane is open where the list is and a paper is read', () => {
  expect(open({ paper: A }).pane.isOpen()).toBe(true);
  expect(open().pane.isOpen()).toBe(false);
  expect(open({ paper: A, route: 'tags' }).pane.isOpen()).toBe(false);
});
