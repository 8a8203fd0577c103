import { CARD_ANSWERS, undo } from './cardAnswers';
import { type Check, isFlag, isNumber, isText, listOf, oneOf, shape } from './checks';
import type { MessageName } from './contract';
import { EDITOR_ANSWERS } from './editorAnswers';
import { MARK_ANSWERS, told } from './markAnswers';
import { SYNC_ANSWERS } from './syncAnswers';

const bulk = shape({ changed: isNumber, missing: isNumber, undo });
const searches = shape({ searches: isNumber });
const staged = shape({ staged: isNumber });
const evicted = shape({ evicted: isNumber });

/** The answer to each message: accepts whatever the contract's schema accepts and nothing of another shape. */
export const ANSWERS: Record<MessageName, Check> = {
  ...CARD_ANSWERS,
  'marks.load': told,
  'editor.load': told,
  ...EDITOR_ANSWERS,
  ...MARK_ANSWERS,
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
  'paper.merge': shape({ undo }),
  'step.undo': shape({ ids: listOf(isText) }),
  'import.stage': staged,
  'import.apply': shape({
    added: isNumber,
    merged: isNumber,
    same: isNumber,
    searches: isNumber,
    colours: isNumber,
    undo,
  }),
  'import.abandon': staged,
  'backup.settle': shape({ settled: isFlag }),
  'library.startAnew': shape({ started: oneOf([true]) }),
  'cache.policy': evicted,
  'cache.clear': evicted,
  ...SYNC_ANSWERS,
};
