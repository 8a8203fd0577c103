/** What a value should have been, or what is wrong with it. */
export type FieldFault =
  | 'missing'
  | 'notText'
  | 'notNumber'
  | 'notTrueOrFalse'
  | 'notList'
  | 'notObject'
  | 'notTime'
  | 'notDate'
  | 'notWebAddress'
  | 'notStatus'
  | 'notId'
  | 'empty'
  | 'tooLong';

/**
 * Why a row, or one field of it, does not come in. `field` is a path: `tags[3]`. `noPaper`: it can be read, and names no
 * paper that has an id. `notEntry`: an entry of a bibliography or a line of a table that breaks its format's rules.
 */
export type RowProblem =
  | { code: 'notJson' | 'tooDeep' | 'tooLarge' | 'notRecord' | 'noPaper' | 'notEntry' }
  | { code: 'field'; field: string; fault: FieldFault };

/** What a file that cannot be read seems to be. */
export type Foreign =
  | 'html'
  | 'xml'
  | 'references'
  | 'zip'
  | 'gzip'
  | 'pdf'
  | 'image'
  | 'database'
  | 'binary';

/** Why nothing of a file can be read. */
export type Refusal =
  | { code: 'emptyFile' }
  | { code: 'notJson'; line: number }
  | { code: 'foreign'; looksLike: Foreign | null }
  | { code: 'newer'; version: number }
  | { code: 'noVersion' }
  | { code: 'noPapers' }
  /** It is text, and there is no paper in it and nothing else that an import reads. */
  | { code: 'nothingFound' };

/** Why the rest of a file cannot be read; `after` is the last row before that. */
export type Break =
  | { code: 'cutOff'; after: number }
  | { code: 'broken'; after: number; line: number }
  /** Reading failed, at this line or soon after it: the mistake is ours. `error` is for whoever mends it. */
  | { code: 'failed'; after: number; line: number; error: string };
