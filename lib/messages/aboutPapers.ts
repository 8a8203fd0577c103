import type { Label } from '../labels/label';
import type { Glance } from '../papers/glance';
import type { PaperId } from '../papers/ids';

/**
 * What the worker says about one paper of a page: each field for the features that ask for it, and absent where there is
 * nothing to say. A new one gets its answer in `lib/worker/aboutPapers.ts` and its checks here and in `contract.ts`.
 */
export interface AboutPaper {
  /** What a card shows of the annotation; absent where there is none. */
  annotation?: Glance | undefined;
  /** The title in plain text, of a paper whose facts are told in the same message. */
  title?: string | undefined;
  /** Whether the reader has seen it, here or elsewhere: it was in sight, or is in the library. */
  seen?: boolean | undefined;
  /** Whether the reader dismissed it. */
  dismissed?: boolean | undefined;
  /** What else is to be said about it; absent where its facts are not known. */
  labels?: Label[] | undefined;
}

/** What a feature can ask for. */
export type Asked = keyof AboutPaper;
export const ASKABLE = [
  'annotation',
  'title',
  'seen',
  'dismissed',
  'labels',
] as const satisfies Asked[];

/** By paper id; a paper about which there is nothing to say is absent. */
export type AboutPapers = { [id in PaperId]?: AboutPaper };
