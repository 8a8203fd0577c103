import { type Annotation, STATUSES } from '../papers/annotation';
import type { Answer, MessageName } from './contract';
import { FAILURE_CODES, type Failure } from './result';

// Hand-written because a schema library is a hundred times larger. Each accepts whatever the contract's schema accepts
// and nothing of another shape (test/unit/answers.test.ts).

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => typeof value === 'number';
const isFlag: Check = (value) => typeof value === 'boolean';
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const oneOf =
  (values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const recordOf =
  (check: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(check);
const shape =
  (checks: Record<string, Check>): Check =>
  (value) =>
    isObject(value) && Object.entries(checks).every(([key, check]) => check(value[key]));

const time = orNull(isText);
const undo = orNull(isNumber);
const annotation = shape({
  starred: isFlag,
  starredAt: time,
  status: orNull(oneOf(STATUSES)),
  statusAt: time,
  tags: listOf(isText),
  tagsAt: time,
  note: isText,
  noteAt: time,
  createdAt: isText,
} satisfies Record<keyof Annotation, Check>);
const annotations = shape({ annotations: recordOf(annotation) });
const bulk = shape({ changed: isNumber, missing: isNumber, undo });
const searches = shape({ searches: isNumber });
const staged = shape({ staged: isNumber });
const evicted = shape({ evicted: isNumber });

const ANSWERS: Record<MessageName, Check> = {
  'page.show': annotations,
  'annotations.get': annotations,
  'annotation.patch': shape({ annotation, undo }),
  'tags.list': shape({ tags: listOf(shape({ tag: isText, count: isNumber })) }),
  'annotations.patchMany': bulk,
  'bookmarks.removeMany': bulk,
  'trash.restore': bulk,
  'trash.empty': shape({ emptied: isNumber }),
  'tag.rename': bulk,
  'tag.delete': bulk,
  'tag.colour': shape({ undo }),
  'search.save': searches,
  'search.delete': searches,
  'bookmark.remove': shape({ undo }),
  'step.undo': shape({ ids: listOf(isText) }),
  'import.stage': staged,
  'import.apply': shape({ added: isNumber, merged: isNumber, same: isNumber, undo }),
  'import.abandon': staged,
  'cache.policy': evicted,
  'cache.clear': evicted,
};

const failure = shape({ ok: oneOf([false]), code: oneOf(FAILURE_CODES), detail: isText });

/** Whether a value has the shape of an answer to this message. */
export function isAnswer<N extends MessageName>(name: N, value: unknown): value is Answer<N> {
  return ANSWERS[name](value);
}

/** Whether a value is a failure. */
export function isFailure(value: unknown): value is Failure {
  return failure(value);
}

/** The value of a success, whatever it is; undefined where there is none. */
export function valueIn(reply: unknown): unknown {
  return isObject(reply) && reply['ok'] === true ? reply['value'] : undefined;
}
