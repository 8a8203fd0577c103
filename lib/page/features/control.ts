import { isWithModifier } from '../../../components/card/control';
import type { followCardSettings } from '../../messages/cardSettings';
import type { Send } from '../../messages/delivery';
import type { Request } from '../../messages/messages';
import type { PaperId } from '../../papers/ids';
import { failureText } from '../../text/failureText';
import { createAnnotations } from '../annotations';
import { createLateEditing } from '../lateEditing';
import { loadEditor } from '../loadEditor';
import { createMounts, type Mounts } from '../mounts';
import { createNotices } from '../notices';
import type { Feature } from './feature';

/** What the control needs of the world. */
export interface ControlWorld {
  /** Calls back with what the reader has set about cards, and whenever that changes. */
  follow: typeof followCardSettings;
  document: Document;
  /** The picture on the star's button, if not a star's. */
  star?: string | undefined;
  send: Send<'annotations.get' | 'annotation.patch' | 'editor.load'>;
  /** Puts a text on the clipboard. */
  clip: (text: string) => Promise<void>;
  leaveBehind: (request: Request<'annotation.patch'>, at: Date) => void;
  now: () => Date;
  signal: AbortSignal;
}

/** The star, the reading status, the tags and the note of each paper, and the editor that opens from them. */
export function createControl(world: ControlWorld): Feature & Pick<Mounts, 'controlOn' | 'all'> {
  const { document, send, now, signal } = world;
  let isKeyed = true;
  const ready = world.follow((settings) => {
    isKeyed = !settings?.noKeys;
    mounts.standAt(!!settings?.atRight);
  }, signal);
  const notify = createNotices(document, signal);
  const annotations = createAnnotations({
    send,
    now,
    onChange: draw,
    onFailed: ({ code }) => notify(failureText(code)),
    leaveBehind: world.leaveBehind,
  });
  const mounts = createMounts(
    document,
    {
      annotationOf: (id) => annotations.get(id) ?? (annotations.isKnown(id) ? undefined : null),
      press(paper, what) {
        if (typeof what === 'string') void editing.edit(paper, what);
        else if ('key' in what) editing.key(what.key, paper, isKeyed);
        else annotations.patch(paper, what);
      },
      near: () => editing.ready(),
      star: world.star,
    },
    () => performance.now(),
  );
  const editing = createLateEditing({ ...world, notify, annotations, mounts }, () =>
    loadEditor(send),
  );

  /** The two keys that are heard outside of our controls; never in a field, nor where the page has a use for them. */
  function onKey(event: KeyboardEvent): void {
    const { key, target, isTrusted, defaultPrevented } = event;
    if (!isTrusted || defaultPrevented || !/^[jk]$/.test(key) || isWithModifier(event)) return;
    const at = target as HTMLElement; // of a key, an element
    const isTyping = at.isContentEditable || !/^(html|body|a|button)$/.test(at.localName);
    if (!isTyping && isKeyed) editing.key(key, undefined, true);
  }
  window.addEventListener('keydown', onKey, { signal });

  function draw(id: PaperId): void {
    mounts.update(id);
    editing.update(id);
  }

  return {
    ...mounts,
    ready,
    asks: ['annotation', 'title'],
    settle(id, { annotation, title }) {
      if (title !== undefined) mounts.rename(id, title);
      annotations.settle(id, annotation);
    },
    refresh: editing.refresh,
    leave() {
      editing.close();
      annotations.flush();
    },
    comeBack: annotations.forget, // whatever was asked before is never answered: the worker has what we left
  };
}
