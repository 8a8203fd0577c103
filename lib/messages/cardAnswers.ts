import { type Annotation, STATUSES } from '../papers/annotation';
import {
  type Check,
  isFlag,
  isNumber,
  isText,
  listOf,
  oneOf,
  orNull,
  recordOf,
  shape,
} from './checks';

const time = orNull(isText);

/** The number of a step that can be taken back, or null. */
export const undo = orNull(isNumber);

const parts = {
  starred: isFlag,
  starredAt: time,
  status: orNull(oneOf(STATUSES)),
  statusAt: time,
  tags: listOf(isText),
  tagsAt: time,
  note: isText,
  noteAt: time,
  createdAt: isText,
} satisfies Record<keyof Annotation, Check>;
const annotation = shape(parts);
const glance = shape({ ...parts, more: (value) => value === undefined || isNumber(value) });

/** The answers to what a card asks; all that a content script carries of them. */
export const CARD_ANSWERS = {
  'page.show': shape({ annotations: recordOf(glance) }),
  'annotations.get': shape({ annotations: recordOf(annotation) }),
  'annotation.patch': shape({ annotation, undo }),
  'paper.copy': shape({ text: isText }),
  'editor.load': shape({ loaded: isFlag }),
  'tags.list': shape({ tags: listOf(shape({ tag: isText, count: isNumber })) }),
} satisfies Record<string, Check>;
