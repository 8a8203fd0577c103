import type { Annotation } from '../papers/annotation';
import { forParts, forTimes, PARTS } from '../papers/parts/parts';
import type { Asked } from './aboutPapers';
import {
  type Check,
  isFlag,
  isNumber,
  isText,
  listOf,
  oneOf,
  optional,
  orNull,
  recordOf,
  shape,
} from './checks';

const time = orNull(isText);

/** The number of a step that can be taken back, or null. */
export const undo = orNull(isNumber);

const fields = {
  ...forParts((part) => PARTS[part].isValue),
  ...forTimes(() => time),
  createdAt: isText,
} satisfies Record<keyof Annotation, Check>;
const annotation = shape(fields);
const glance = optional(shape({ ...fields, more: optional(isNumber) }));

const aboutPaper = {
  annotation: glance,
  title: optional(isText),
  seen: optional(oneOf([true])),
  labels: optional(
    listOf(shape({ sign: isText, colours: optional(listOf(isText)), shown: isText, said: isText })),
  ),
} satisfies Record<Asked, Check>;
const about = shape({ papers: recordOf(shape(aboutPaper)) });

/** The answers to what a card asks; all that a content script carries of them. */
export const CARD_ANSWERS = {
  'page.show': about,
  'page.ask': about,
  'annotations.get': shape({ annotations: recordOf(annotation) }),
  'annotation.patch': shape({ annotation, undo }),
  'paper.copy': shape({ text: isText }),
  'editor.load': shape({ singleKeys: isFlag }),
  'tags.list': shape({ tags: listOf(shape({ tag: isText, count: isNumber })) }),
} satisfies Record<string, Check>;
