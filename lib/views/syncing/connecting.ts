import type { Send } from '../../messages/delivery';
import type { FailureCode, Result } from '../../messages/result';
import type {
  CheckAnswer,
  CheckStep,
  MergePreview,
  PlaceContent,
  Refusal,
  SyncPlace,
} from '../../messages/syncMessages';
import { createObservers, type Observable } from '../observable';

/** What the reader filled in. */
export interface Wishes {
  place: SyncPlace;
  /** What people call the place: a host, or the name of a folder. */
  host: string;
  /** Empty: none. */
  passphrase: string;
  machineName: string;
}

/** Why the form is there again. */
export type FormProblem =
  | { kind: 'notPermitted' }
  | { kind: 'notAnswered'; code: FailureCode }
  | Refusal;

/** How far connecting is. */
export type ConnectingState =
  | { step: 'form'; problem: FormProblem | null }
  /** The place is tried; these steps are done. */
  | { step: 'checking'; done: readonly CheckStep[] }
  /** It was tried and cannot be used: the form is there to correct it. */
  | { step: 'unfit'; check: CheckAnswer }
  /** A library is there that has a passphrase. */
  | { step: 'sealed'; isWrong: boolean }
  | { step: 'comparing' }
  | { step: 'preview'; preview: MergePreview; there: Preview }
  | { step: 'connecting' }
  /** It goes on in the worker, which tells how it stands. */
  | { step: 'started' };

/** What is in the place that would be joined. */
type Preview = Exclude<PlaceContent, { kind: 'newer' | 'cardless' }>;

export interface ConnectingDeps {
  send: Send<'sync.check' | 'sync.endCheck' | 'sync.preview' | 'sync.connect'>;
  /** Calls back with the steps of the check that are done, until the signal aborts. */
  onCheckNews: (heard: (done: CheckStep[]) => void, signal: AbortSignal) => void;
  /** Asks the browser for the place; called at once in the click, later it would not be taken for one. */
  permit: (wishes: Wishes) => Promise<boolean>;
  /** Gives back what was permitted, where nothing came of it; `instead`: but for what that needs, too. */
  giveBack: (wishes: Wishes, instead?: Wishes) => void;
  /**
   * Whether this machine is connected already, and only the place is corrected: nothing is merged, so nothing to look at,
   * unless another library is there than its own.
   */
  isCorrection: () => boolean;
}

/** The way from the form to a library that is in step with others. Knows no DOM. */
export interface Connecting extends Observable {
  state(): ConnectingState;
  /** What was filled in last; null: nothing. */
  wishes(): Wishes | null;
  /** Tries the place; has to be called in the click. */
  connect(wishes: Wishes): Promise<void>;
  /** Tries the passphrase of a library that has one. */
  unseal(passphrase: string): Promise<void>;
  /** Does what the preview says. */
  goOn(): Promise<void>;
  /** Back to the form; nothing was changed. */
  cancel(): void;
}

/** See `Connecting`. */
export function createConnecting({
  send,
  onCheckNews,
  permit,
  giveBack,
  isCorrection,
}: ConnectingDeps): Connecting {
  const { subscribe, notify } = createObservers();
  let state: ConnectingState = { step: 'form', problem: null };
  let wishes: Wishes | null = null;
  let there: Preview | null = null;
  /** Whether the library that this machine belongs to is all that is looked for. */
  let corrects = false;
  /** Counts what the reader asked for: an answer to what was cancelled is not for anybody. */
  let turn = 0;

  function become(next: ConnectingState): void {
    state = next;
    notify();
  }

  function fail(problem: FormProblem): void {
    if (problem.kind === 'wrongPassphrase' && there?.kind === 'library') {
      become({ step: 'sealed', isWrong: wishes?.passphrase !== '' });
    } else become({ step: 'form', problem });
  }

  async function connect(wanted: Wishes): Promise<void> {
    const own = ++turn;
    const before = wishes;
    wishes = wanted;
    there = null;
    corrects = isCorrection();
    const isPermitted = await permit(wanted);
    if (before !== null) giveBack(before, wanted);
    if (own !== turn) return;
    if (!isPermitted) return fail({ kind: 'notPermitted' });
    const answer = await check(wanted, own);
    if (own !== turn) return;
    if (!answer.ok) return fail({ kind: 'notAnswered', code: answer.code });
    const { value } = answer;
    if (value.failed !== null || value.there === null) {
      return become({ step: 'unfit', check: value });
    }
    const { there: found } = value;
    if (found.kind === 'newer' || found.kind === 'cardless') return fail({ kind: found.kind });
    there = found;
    await (corrects ? join(own) : lookAround(own));
  }

  /** Asks for the passphrase where one lacks. */
  async function lookAround(own: number): Promise<void> {
    const isSealed = there?.kind === 'library' && there.isSealed;
    if (isSealed && wishes?.passphrase === '') become({ step: 'sealed', isWrong: false });
    else await compare(own);
  }

  /** Tries the place, and tells the steps as they are done. */
  async function check({ place }: Wishes, own: number): Promise<Result<CheckAnswer>> {
    const life = new AbortController();
    onCheckNews((done) => {
      if (own === turn) become({ step: 'checking', done });
    }, life.signal);
    become({ step: 'checking', done: [] });
    const answer = await send('sync.check', { place });
    life.abort();
    return answer;
  }

  async function compare(own: number): Promise<void> {
    if (wishes === null || there === null) return;
    become({ step: 'comparing' });
    const library = idOf(there);
    const { place } = wishes;
    const answer = await send('sync.preview', { place, library, ...passphraseFor(there, wishes) });
    if (own !== turn) return;
    if (!answer.ok) return fail({ kind: 'notAnswered', code: answer.code });
    if (answer.value.kind !== 'preview') return fail(answer.value);
    become({ step: 'preview', preview: answer.value, there });
  }

  async function join(own: number): Promise<void> {
    if (wishes === null || there === null) return;
    const { place, machineName } = wishes;
    const request = { place, machineName, ...passphraseFor(there, wishes) };
    become({ step: 'connecting' });
    const shown = corrects ? {} : { library: idOf(there) };
    const answer = await send('sync.connect', { ...request, ...shown });
    if (own !== turn) return;
    if (!answer.ok) return fail({ kind: 'notAnswered', code: answer.code });
    if (answer.value.kind === 'changed' && corrects) {
      corrects = false;
      return lookAround(own);
    }
    if (answer.value.kind !== 'started') return fail(answer.value);
    become({ step: 'started' });
  }

  return {
    subscribe,
    state: () => state,
    wishes: () => wishes,
    connect,
    async unseal(passphrase) {
      if (wishes === null) return;
      wishes = { ...wishes, passphrase };
      await (corrects ? join(turn) : compare(turn));
    },
    goOn: () => join(turn),
    cancel() {
      turn += 1;
      if (state.step === 'checking') void send('sync.endCheck', {});
      if (wishes !== null && state.step !== 'started') giveBack(wishes);
      become({ step: 'form', problem: null });
    },
  };
}

/** The library that the reader is shown. */
function idOf(there: Preview): string | null {
  return there.kind === 'library' ? there.id : null;
}

/** None where the library that the reader is shown has none, which they are told: the worker refuses one there. */
function passphraseFor(there: Preview, { passphrase }: Wishes): { passphrase?: string } {
  const isPlain = there.kind === 'library' && !there.isSealed;
  return isPlain || passphrase === '' ? {} : { passphrase };
}
