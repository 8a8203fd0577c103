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

/** The answer to what only tells. */
export const told = shape({ told: oneOf([true]) });

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
  seen: optional(isFlag),
  labels: optional(
    listOf(shape({ sign: isText, colours: optional(listOf(isText)), shown: isText, said: isText })),
  ),
} satisfies Record<Asked, Check>;
const about = shape({ papers: recordOf(shape(aboutPaper)) });

/** The answers to what a page's first script asks. */
export const CARD_ANSWERS = {
  'page.show': about,
  'page.ask': about,
  'annotations.get': shape({ annotations: recordOf(annotation) }),
  'annotation.patch': shape({ annotation, undo }),
  'marks.load': told,
  'editor.load': told,
} satisfies Record<string, Check>;
