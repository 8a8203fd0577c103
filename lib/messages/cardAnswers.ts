import type { Annotation } from '../papers/annotation';
import { forParts, forTimes, PARTS } from '../papers/parts/parts';
import type { Asked } from './aboutPapers';
import {
  type Check,
  isFlag,
  isNumber,
  isObject,
  isText,
  listOf,
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

const flag = optional(isFlag);
const aboutPaper = {
  annotation: glance,
  title: optional(isText),
  seen: flag,
  dismissed: flag,
  labels: optional(
    listOf(shape({ sign: isText, colours: optional(listOf(isText)), shown: isText, said: isText })),
  ),
} satisfies Record<Asked, Check>;
/** The answer to what is asked about the papers of a page. */
export const about = shape({ papers: recordOf(shape(aboutPaper)) });

/** The answers to what a page's first script asks. */
export const CARD_ANSWERS = {
  'page.show': about,
  'page.ask': about,
  'annotations.get': shape({ annotations: recordOf(annotation) }),
  'annotation.patch': shape({ annotation, undo }),
  // They say nothing but that it is done.
  'marks.load': isObject,
  'editor.load': isObject,
} satisfies Record<string, Check>;
