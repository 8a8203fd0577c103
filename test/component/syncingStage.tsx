import { type ComponentChild, render } from 'preact';
import { onTestFinished, vi } from 'vitest';
import { page } from 'vitest/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import '../../components/tokens.css';
import '../../components/list/singleKeys.css';
import '../../components/options/options.css';
import '../../components/options/controls.css';
import '../../components/options/tables.css';
import '../../components/options/copies.css';
import { Section } from '../../components/options/Section';
import { SyncPanel } from '../../entrypoints/options/SyncPanel';
import {
  type CameFrom,
  CHECK_STEPS,
  type CheckAnswer,
  type SyncMachine,
  type SyncMessages,
  type SyncPlace,
  type SyncState,
  type SyncStatus,
} from '../../lib/messages/syncMessages';
import { tellSyncNews } from '../../lib/messages/syncStatus';
import { forgetPlace, keepPlace } from '../../lib/store/keptPlace';
import { takeEnglishTexts } from './englishTexts';

type Name = keyof SyncMessages;
type Answers = { [N in Name]?: SyncMessages[N]['answer'] };

export const OFF: SyncStatus = {
  ...{ state: { kind: 'off' }, place: null, machineName: 'Laptop', minutes: 15 },
  canUndoJoining: false,
};
export const ON: SyncStatus = {
  ...OFF,
  // Each time that it is asked for: a test of a file that takes a minute would else see four.
  get state(): SyncState {
    return { kind: 'inStep', machines: 2, at: new Date(Date.now() - 3 * 60_000).toISOString() };
  },
  place: { kind: 'webdav', origin: 'https://nas.example' },
};
/** A machine that is connected and in some state. */
export const inState = (state: SyncState): SyncStatus => ({ ...ON, state });

export const GOOD: CheckAnswer = { done: [...CHECK_STEPS], failed: null, there: { kind: 'empty' } };

/** What the form asks the browser for. */
export const ORIGIN = 'https://nas.example/*';
/** What `fillIn` means. */
export const PLACE: SyncPlace = {
  kind: 'webdav',
  address: 'https://nas.example/dav/',
  user: 'ada',
  password: 'secret',
};

const MACHINES: SyncMachine[] = [
  {
    id: '1'.repeat(16),
    name: 'Laptop',
    lastSeen: ON.state.kind,
    isThis: true,
    files: 12,
    bytes: 40_000,
  },
  {
    id: '2'.repeat(16),
    name: 'Desktop, Firefox',
    lastSeen: null,
    isThis: false,
    files: 0,
    bytes: 0,
  },
].map((one, at) => ({
  ...one,
  lastSeen: at === 0 ? new Date(Date.now() - 3 * 60_000).toISOString() : one.lastSeen,
}));

const came = (at: number, some: Partial<CameFrom>): CameFrom => ({
  at: `2026-11-${String(26 - at).padStart(2, '0')}T12:00:00Z`,
  machine: 'Desktop, Firefox',
  paperId: 'arxiv:2504.00001',
  title: `Paper ${at}`,
  parts: ['starred', 'note'],
  ...some,
});
export const CAME: CameFrom[] = [
  came(0, { title: 'Attention Is All You Need' }),
  came(1, {
    parts: ['status'],
    conflict: { kind: 'status', other: 'read', by: 'Desktop, Firefox' },
  }),
  came(2, { parts: ['note'], conflict: { kind: 'notes' } }),
  came(3, { parts: ['starred'], conflict: { kind: 'back' } }),
  came(4, { parts: ['removed'] }),
  ...Array.from({ length: 10 }, (_, at) => came(5 + at, { parts: ['tags'] })),
];

export interface Stage {
  place: HTMLElement;
  /** What the worker was asked, but for what is only read. */
  asked: [name: string, request: unknown][];
  permissions: { [does in 'request' | 'remove' | 'contains']: ReturnType<typeof vi.fn> };
  /** The worker says how it stands. */
  tell: (status: SyncStatus) => Promise<void>;
}

/** Something on a page of its own, in English. */
export function draw(content: ComponentChild): { place: HTMLElement } {
  takeEnglishTexts();
  const place = document.createElement('main');
  place.className = 'options';
  document.body.append(place);
  onTestFinished(() => {
    render(null, place);
    place.remove();
    document.documentElement.style.colorScheme = '';
  });
  render(
    <>
      <h1>Asterism</h1>
      {content}
    </>,
    place,
  );
  return { place };
}

/** The section of the settings, with a worker that answers as it is told. */
export async function show(
  status: SyncStatus = OFF,
  {
    answers = {},
    permits = true,
    pending,
  }: {
    answers?: Answers;
    permits?: boolean;
    /** What the worker does not answer. */
    pending?: Name;
  } = {},
): Promise<Stage> {
  fakeBrowser.reset();
  const asked: Stage['asked'] = [];
  const told = { told: true } as const;
  const known: Answers = {
    ...{ 'sync.status': status, 'sync.check': GOOD, 'sync.now': told, 'sync.rhythm': told },
    ...{ 'sync.forget': told, 'sync.connect': { kind: 'started' }, 'sync.putThere': told },
    ...{ 'sync.answerHeld': told },
    ...{ 'sync.endCheck': told },
    ...{ 'sync.disconnect': { left: 0 }, 'sync.undoJoining': { undone: true } },
    ...{ 'sync.machines': { machines: MACHINES }, 'sync.came': { came: CAME } },
    'sync.preview': { kind: 'preview', there: 1_284, here: 96, together: 1_300, notesJoined: 12 },
    ...answers,
  };
  const read = ['sync.status', 'sync.machines', 'sync.came'];
  fakeBrowser.runtime.onMessage.addListener(
    ({ name, request }: { name: Name; request: unknown }, _sender, answer) => {
      if (!read.includes(name)) asked.push([name, request]);
      if (name !== pending) answer({ ok: true, value: known[name] });
      return true;
    },
  );
  const permissions = {
    request: vi.fn(async () => permits),
    remove: vi.fn(async () => true),
    contains: vi.fn(async () => false),
  };
  // It has none of its own.
  Object.assign(fakeBrowser, { permissions });
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({}) });
  await (status.state.kind === 'off'
    ? forgetPlace()
    : keepPlace({ place: PLACE, key: null, machineName: 'Laptop', minutes: 15 }));
  const { place } = draw(
    <Section id="sync" heading="Other machines">
      <SyncPanel />
    </Section>,
  );
  const tell = async (next: SyncStatus): Promise<void> => {
    known['sync.status'] = next;
    await tellSyncNews(next);
  };
  return { place, asked, permissions, tell };
}

export const button = (name: string) => page.getByRole('button', { name, exact: true });
export const field = (name: string) => page.getByLabelText(name, { exact: true });

/** Fills in the form. */
export async function fillIn(address = 'nas.example/dav'): Promise<void> {
  await field('Address').fill(address);
  await field('User').fill('ada');
  await field('Password').fill('secret');
  await field('Name of this machine').fill('Laptop');
}
