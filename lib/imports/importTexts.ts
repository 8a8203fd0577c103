import type { FieldFault, Foreign } from '../formats/problems';
import type { FailureCode } from '../messages/result';
import { countText, type TextKey, text } from '../text/text';
import type { ImportState } from './importing';
import type { ImportProblem, Problems } from './readFile';
import type { ListedProblem } from './readFiles';

/** Why a file is not read at all, in the reader's words. */
export function refusalText({
  problem,
}: Pick<Extract<ImportState, { step: 'refused' }>, 'problem'>): string {
  switch (problem.code) {
    case 'noAccess':
      return text('importNoAccess');
    case 'emptyFile':
      return text('importEmptyFile');
    case 'notJson':
      return text('importNotJson', problem.line);
    case 'foreign':
      if (problem.looksLike === null) return text('importForeign');
      if (problem.looksLike === 'zip') return text('importZip');
      if (problem.looksLike === 'xml') return text('importXml');
      if (problem.looksLike === 'html') return text('importHtml');
      if (problem.looksLike === 'references') return text('importReferences');
      return text('importLooksLike', text(FOREIGN[problem.looksLike]));
    case 'newer':
      return text('importNewer', problem.version);
    case 'noVersion':
      return text('importNoVersion');
    case 'noPapers':
      return text('importNoPapers');
    case 'nothingFound':
      return text('importNothingFound');
  }
}

/** Why an import did not happen, in the reader's words. */
export function importFailureText(code: FailureCode | 'bug', error = ''): string {
  if (code === 'bug') return text('importBug', error);
  if (code === 'full') return text('importFull');
  if (code === 'orphaned') return text('orphaned');
  return text(code === 'unanswered' ? 'importUnanswered' : 'importStorage');
}

/** Why a file's end cannot be read; null if it can. */
export function breakText({ break: problem }: Pick<Problems, 'break'>): string | null {
  if (problem === null) return null;
  const { code, after } = problem;
  if (code === 'failed') return text('importReadingFailed', problem.line, after, problem.error);
  if (code === 'broken') return text('importBroken', problem.line, after);
  return after === 0 ? text('importCutOffAtOnce') : countText('importCutOff', after);
}

/** One line of the list of problems. */
export interface ProblemLine {
  row: string;
  name: string;
  /** Where it points to, where the name does not say it; shown as text. */
  address: string | null;
  reason: string;
}

/** What is wrong with a row, in the reader's words. */
export function problemLine(problem: ListedProblem): ProblemLine {
  const { file, row, line, name, address, reason, isPartial } = problem;
  const why =
    reason.code === 'field' ? text(FAULTS[reason.fault], reason.field) : text(ROWS[reason.code]);
  return {
    row: rowText(file, row, line),
    name: name ?? address ?? text('problemUnknown'),
    address: name === null || name === address ? null : address,
    reason: isPartial ? text('problemPartial', why) : why,
  };
}

function rowText(file: string | null, row: number | null, line: number | null): string {
  if (row === null || line === null) return file ?? '';
  return file === null ? text('rowAt', row, line) : text('rowOf', file, row, line);
}

const FOREIGN: Record<Exclude<Foreign, 'zip' | 'xml' | 'html' | 'references'>, TextKey> = {
  gzip: 'foreignGzip',
  pdf: 'foreignPdf',
  image: 'foreignImage',
  database: 'foreignDatabase',
  binary: 'foreignBinary',
};

const ROWS: Record<Exclude<ImportProblem['reason']['code'], 'field'>, TextKey> = {
  notJson: 'rowNotJson',
  tooDeep: 'rowTooDeep',
  tooLarge: 'rowTooLarge',
  notRecord: 'rowNotRecord',
  noPaper: 'rowNoPaper',
  notEntry: 'rowNotEntry',
  saysNothing: 'rowSaysNothing',
  tooLargeTogether: 'rowTooLargeTogether',
};

const FAULTS: Record<FieldFault, TextKey> = {
  missing: 'faultMissing',
  notText: 'faultNotText',
  notNumber: 'faultNotNumber',
  notTrueOrFalse: 'faultNotTrueOrFalse',
  notList: 'faultNotList',
  notObject: 'faultNotObject',
  notTime: 'faultNotTime',
  notDate: 'faultNotDate',
  notWebAddress: 'faultNotWebAddress',
  notStatus: 'faultNotStatus',
  notId: 'faultNotId',
  empty: 'faultEmpty',
  tooLong: 'faultTooLong',
};
