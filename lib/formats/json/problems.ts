/** What a value should have been, or what is wrong with it. */
export type FieldFault =
  | 'missing'
  | 'notText'
  | 'notNumber'
  | 'notTrueOrFalse'
  | 'notList'
  | 'notObject'
  | 'notTime'
  | 'notDay'
  | 'notWebAddress'
  | 'notStatus'
  | 'notId'
  | 'empty'
  | 'tooLong';

/** Why a row, or one field of it, cannot be read. `field` is a path: `tags[3]`. */
export type RowProblem =
  | { code: 'notJson' | 'tooDeep' | 'tooLarge' | 'notRecord' }
  | { code: 'field'; field: string; fault: FieldFault };

/** What a file that is not ours seems to be. */
export type Foreign =
  | 'paperMemory'
  | 'cslJson'
  | 'bibtex'
  | 'ris'
  | 'bookmarksHtml'
  | 'html'
  | 'zip';

/** Why nothing of a file can be read. */
export type Refusal =
  | { code: 'emptyFile' }
  | { code: 'notJson'; line: number }
  | { code: 'foreign'; looksLike: Foreign | null }
  | { code: 'newer'; version: number }
  | { code: 'noVersion' }
  | { code: 'noPapers' };

/** Why the rest of a file cannot be read; `after` is the last row before that. */
export type Break =
  | { code: 'cutOff'; after: number }
  | { code: 'broken'; after: number; line: number };
