import type { FieldFault, Foreign } from '../formats/json/problems';
import type { FailureCode } from '../messages/result';
import { countText, type TextKey, text } from '../text/text';
import type { ImportState } from './importing';
import type { ImportProblem, Problems } from './reading';

/** Why a file is not read at all, in the reader's words. */
export function refusalText({ problem }: Extract<ImportState, { step: 'refused' }>): string {
  switch (problem.code) {
    case 'noAccess':
      return text('importNoAccess');
    case 'emptyFile':
      return text('importEmptyFile');
    case 'notJson':
      return text('importNotJson', problem.line);
    case 'foreign':
      return problem.looksLike === null
        ? text('importForeign')
        : text('importLooksLike', text(FOREIGN[problem.looksLike]));
    case 'newer':
      return text('importNewer', problem.version);
    case 'noVersion':
      return text('importNoVersion');
    case 'noPapers':
      return text('importNoPapers');
  }
}

/** Why an import did not happen, in the reader's words. */
export function importFailureText(code: FailureCode): string {
  if (code === 'full') return text('importFull');
  if (code === 'orphaned') return text('orphaned');
  return text(code === 'unanswered' ? 'importUnanswered' : 'importStorage');
}

/** Why a file's end cannot be read; null if it can. */
export function breakText({ break: problem }: Problems): string | null {
  if (problem === null) return null;
  return problem.code === 'cutOff'
    ? countText('importCutOff', problem.after)
    : text('importBroken', problem.line, problem.after);
}

/** One line of the list of problems. */
export interface ProblemLine {
  row: string;
  name: string;
  reason: string;
}

/** What is wrong with a row, in the reader's words. */
export function problemLine({ row, line, name, reason, isPartial }: ImportProblem): ProblemLine {
  const why =
    reason.code === 'field' ? text(FAULTS[reason.fault], reason.field) : text(ROWS[reason.code]);
  return {
    row: text('rowAt', row, line),
    name: name ?? text('problemUnknown'),
    reason: isPartial ? text('problemPartial', why) : why,
  };
}

const FOREIGN: Record<Foreign, TextKey> = {
  paperMemory: 'foreignPaperMemory',
  cslJson: 'foreignCslJson',
  bibtex: 'foreignBibtex',
  ris: 'foreignRis',
  bookmarksHtml: 'foreignBookmarksHtml',
  html: 'foreignHtml',
  zip: 'foreignZip',
};

const ROWS: Record<Exclude<ImportProblem['reason']['code'], 'field'>, TextKey> = {
  notJson: 'rowNotJson',
  tooDeep: 'rowTooDeep',
  tooLarge: 'rowTooLarge',
  notRecord: 'rowNotRecord',
  saysNothing: 'rowSaysNothing',
};

const FAULTS: Record<FieldFault, TextKey> = {
  missing: 'faultMissing',
  notText: 'faultNotText',
  notNumber: 'faultNotNumber',
  notTrueOrFalse: 'faultNotTrueOrFalse',
  notList: 'faultNotList',
  notObject: 'faultNotObject',
  notTime: 'faultNotTime',
  notDay: 'faultNotDay',
  notWebAddress: 'faultNotWebAddress',
  notStatus: 'faultNotStatus',
  notId: 'faultNotId',
  empty: 'faultEmpty',
  tooLong: 'faultTooLong',
};
