import { about, undo } from './cardAnswers';
import { type Check, isFlag, isNumber, isText, listOf, shape } from './checks';

/** The answers to what the editor on a card asks beside the first script of its page. */
export const EDITOR_ANSWERS = {
  'page.ask': about,
  'paper.dismiss': shape({ dismissed: isFlag, undo }),
  'paper.copy': shape({ text: isText }),
  'tags.list': shape({ tags: listOf(shape({ tag: isText, count: isNumber })) }),
} satisfies Record<string, Check>;
