import {
  byKind,
  type Check,
  isFlag,
  isNumber,
  isText,
  listOf,
  oneOf,
  optional,
  orNull,
  shape,
} from './checks';
import { told } from './markAnswers';
import { RHYTHMS } from './syncMessages';

const [changes, status] = [isNumber, orNull(isNumber)];
const news = {
  state: byKind({
    off: {},
    joining: {},
    syncing: { changes },
    inStep: { machines: isNumber, at: isText, unread: optional(isNumber) },
    waiting: { changes, why: isText, status, nextAt: isText },
    stopped: { changes, why: isText, status },
    held: { machine: isText, removals: isNumber, of: isNumber, what: optional(isText) },
  }),
  canUndoJoining: isFlag,
};
const refusals = {
  wrongPassphrase: {},
  newer: {},
  cardless: {},
  changed: {},
  unsealed: {},
  failed: { why: isText, status },
};
const isRefused = byKind(refusals);
const toldOrRefused: Check = (value) => told(value) || isRefused(value);

/** What pages are told without asking. */
export const isSyncNews = shape(news);

/** The answers to what is asked about other machines. */
export const SYNC_ANSWERS = {
  'sync.status': shape({
    ...news,
    place: orNull(byKind({ webdav: { origin: isText }, folder: { name: isText } })),
    machineName: isText,
    minutes: oneOf(RHYTHMS),
  }),
  'sync.check': shape({
    done: listOf(isText),
    failed: orNull(shape({ step: isText, why: isText, status })),
    there: orNull(
      byKind({
        empty: {},
        newer: {},
        cardless: {},
        library: { id: isText, isSealed: isFlag, machines: isNumber },
      }),
    ),
    movedTo: optional(shape({ address: isText, isGuess: isFlag })),
  }),
  'sync.endCheck': told,
  'sync.preview': byKind({
    preview: { there: isNumber, here: isNumber, together: isNumber, notesJoined: isNumber },
    ...refusals,
  }),
  'sync.connect': byKind({ started: {}, ...refusals }),
  'sync.undoJoining': shape({ undone: isFlag }),
  'sync.now': told,
  'sync.disconnect': shape({ left: isNumber }),
  'sync.machines': shape({
    machines: listOf(
      shape({
        id: isText,
        name: isText,
        lastSeen: orNull(isText),
        isThis: isFlag,
        files: orNull(isNumber),
        bytes: orNull(isNumber),
      }),
    ),
  }),
  'sync.forget': told,
  'sync.came': shape({
    came: listOf(
      shape({
        at: isText,
        machine: isText,
        paperId: isText,
        title: isText,
        parts: listOf(isText),
        count: optional(isNumber),
        conflict: optional(
          byKind({ status: { other: orNull(isText), by: isText }, notes: {}, back: {} }),
        ),
      }),
    ),
  }),
  'sync.answerHeld': told,
  'sync.putThere': toldOrRefused,
  'sync.rhythm': told,
} satisfies Record<string, Check>;
