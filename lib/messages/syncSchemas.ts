import * as z from 'zod/mini';
import { STATUSES } from '../papers/annotation';
import { PART_NAMES } from '../papers/parts/parts';
import { paperIdSchema } from '../papers/schemas';
import { REMOTE_FAILURES } from '../remote/folder';
import { SYNC_LIMITS } from './limits';
import type { Rule } from './rules';
import {
  CHECK_STEPS,
  type PlaceContent,
  RHYTHMS,
  type SyncMessages,
  type SyncPlace,
  type SyncState,
} from './syncMessages';

// What is said about the same library on other machines, as it crosses the border.

const PAGE = ['page'] as const;
const nothing = z.strictObject({});
const told = z.object({ told: z.literal(true) });
const count = z.int().check(z.nonnegative());
const text = z.string();
const why = z.enum(REMOTE_FAILURES);
const status = z.nullable(count);
const minutes = z.union([z.literal(5), z.literal(15), z.literal(60), z.null()]);

const secret = z.string().check(z.maxLength(SYNC_LIMITS.secret));
const passphrase = z.optional(secret.check(z.minLength(1)));
const machineName = z.string().check(z.trim(), z.minLength(1), z.maxLength(SYNC_LIMITS.name));
const address = z.string().check(
  z.maxLength(SYNC_LIMITS.address),
  z.refine((value) => isFolderAddress(value), 'not the address of a folder'),
);
const place: z.ZodMiniType<SyncPlace> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('webdav'), address, user: secret, password: secret }),
  z.strictObject({ kind: z.literal('folder') }),
]);

const library = z.nullable(z.string().check(z.regex(/^[0-9a-f]{16}$/)));

const content: z.ZodMiniType<PlaceContent> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('empty') }),
  z.object({ kind: z.literal('newer') }),
  z.object({ kind: z.literal('cardless') }),
  z.object({ kind: z.literal('library'), id: text, isSealed: z.boolean(), machines: count }),
]);
const refusals = [
  z.object({ kind: z.literal('wrongPassphrase') }),
  z.object({ kind: z.enum(['newer', 'cardless', 'changed', 'unsealed']) }),
  z.object({ kind: z.literal('failed'), why, status }),
] as const;
const state: z.ZodMiniType<SyncState> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('off') }),
  z.object({ kind: z.literal('joining') }),
  z.object({ kind: z.literal('syncing'), changes: count }),
  z.object({
    kind: z.literal('inStep'),
    machines: count,
    at: text,
    unread: z.optional(count),
  }),
  z.object({ kind: z.literal('waiting'), changes: count, why, status, nextAt: text }),
  z.object({
    kind: z.literal('stopped'),
    changes: count,
    why: z.enum([...REMOTE_FAILURES, 'noLibrary', 'otherLibrary', 'twoLibraries', 'newer']),
    status,
  }),
  z.object({
    kind: z.literal('held'),
    machine: text,
    removals: count,
    of: count,
    what: z.optional(z.literal('notes')),
  }),
]);
const conflict = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('status'), other: z.nullable(z.enum(STATUSES)), by: text }),
  z.object({ kind: z.literal('notes') }),
  z.object({ kind: z.literal('back') }),
]);
const machine = z.object({
  id: text,
  name: text,
  lastSeen: z.nullable(text),
  isThis: z.boolean(),
  files: z.nullable(count),
  bytes: z.nullable(count),
});
const came = z.object({
  at: text,
  machine: text,
  paperId: paperIdSchema,
  title: text,
  parts: z.array(z.enum([...PART_NAMES, 'removed'])),
  count: z.optional(count),
  conflict: z.optional(conflict),
});

/** The rules of these messages. */
export const SYNC_RULES: { [N in keyof SyncMessages]: Rule<N> } = {
  'sync.status': {
    from: PAGE,
    request: nothing,
    answer: z.object({
      state,
      place: z.nullable(
        z.union([
          z.object({ kind: z.literal('webdav'), origin: text }),
          z.object({ kind: z.literal('folder'), name: text }),
        ]),
      ),
      machineName: text,
      minutes,
      canUndoJoining: z.boolean(),
    }),
  },
  'sync.check': {
    from: PAGE,
    request: z.strictObject({ place }),
    answer: z.object({
      done: z.array(z.enum(CHECK_STEPS)),
      failed: z.nullable(z.object({ step: z.enum(CHECK_STEPS), why, status })),
      there: z.nullable(content),
      movedTo: z.optional(z.object({ address: text, isGuess: z.boolean() })),
    }),
  },
  'sync.endCheck': { from: PAGE, request: nothing, answer: told },
  'sync.preview': {
    from: PAGE,
    request: z.strictObject({ place, passphrase, library }),
    answer: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('preview'),
        there: count,
        here: count,
        together: count,
        notesJoined: count,
      }),
      ...refusals,
    ]),
  },
  'sync.connect': {
    from: PAGE,
    request: z.strictObject({ place, passphrase, machineName, library: z.optional(library) }),
    answer: z.discriminatedUnion('kind', [z.object({ kind: z.literal('started') }), ...refusals]),
  },
  'sync.undoJoining': {
    from: PAGE,
    request: nothing,
    answer: z.object({ undone: z.boolean() }),
  },
  'sync.now': { from: PAGE, request: nothing, answer: told },
  'sync.disconnect': {
    from: PAGE,
    request: z.strictObject({ andDelete: z.boolean() }),
    answer: z.object({ left: count }),
  },
  'sync.machines': {
    from: PAGE,
    request: nothing,
    answer: z.object({ machines: z.array(machine) }),
  },
  'sync.forget': {
    from: PAGE,
    request: z.strictObject({ id: z.string().check(z.regex(/^[0-9a-f]{16}$/)) }),
    answer: told,
  },
  'sync.came': { from: PAGE, request: nothing, answer: z.object({ came: z.array(came) }) },
  'sync.answerHeld': {
    from: PAGE,
    request: z.strictObject({ apply: z.boolean() }),
    answer: told,
  },
  'sync.putThere': { from: PAGE, request: nothing, answer: z.union([told, ...refusals]) },
  'sync.rhythm': {
    from: PAGE,
    request: z.strictObject({ minutes: z.literal([...RHYTHMS]) }),
    answer: told,
  },
};

/** An address of http(s) that says no user and ends with "/". */
function isFolderAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password, search, hash, pathname } = new URL(value);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && username + password + search + hash === '' && pathname.endsWith('/');
}
