/** The two folders of a library: parts are many, and rarely looked at. */
export type Place = 'main' | 'parts';

/** A folder of files that never change: what is asked of a server, and nothing else. Failures are `RemoteFailure`s. */
export interface RemoteFolder {
  /** Another program brings its files, late and in any order: what is not there may be on its way. */
  readonly isCarried?: true;
  /** Names, and the bytes of each file (undefined where the server does not say). The list may be a little old. */
  list(place: Place): Promise<Map<string, number | undefined>>;
  /** Null: not there now. */
  read(place: Place, name: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** There, or failed: what happened after a failure only a list can say. */
  create(place: Place, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Not there is fine. */
  remove(place: Place, name: string): Promise<void>;
}

/** Where a server sends on whoever asks for a folder. `isGuess`: the browser may not be told; servers mostly mean https. */
export interface MovedTo {
  address: string;
  isGuess: boolean;
}

/** Why a folder did not do what it was asked. */
export const REMOTE_FAILURES = [
  'offline', // nobody answers
  'refused', // wrong user or password
  'untrusted', // an address that moved, or a redirect
  'notWebDav', // it answers, but as something else
  'noFolder', // the folder, or the one it is in, is not there
  'full',
  'tooLarge', // one file may not have as many bytes
  'later', // busy, locked, or broken for now
  'permission', // the browser does not let us
] as const;
export type RemoteFailureCode = (typeof REMOTE_FAILURES)[number];

/** A folder did not do what it was asked. */
export class RemoteFailure extends Error {
  readonly code: RemoteFailureCode;
  /** The status of a server's answer, where there was one. */
  readonly status: number | undefined;
  /** Seconds after which the server wants to be asked again. */
  readonly retryAfter: number | undefined;

  constructor(
    code: RemoteFailureCode,
    { status, retryAfter }: { status?: number; retryAfter?: number } = {},
    options?: ErrorOptions,
  ) {
    super(status === undefined ? code : `${code} (${status})`, options);
    this.name = 'RemoteFailure';
    this.code = code;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}
