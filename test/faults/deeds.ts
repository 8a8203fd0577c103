import type { AnnotationPatch } from '../../lib/papers/annotation.ts';
import type { PaperId } from '../../lib/papers/ids.ts';
import { openEditor } from '../e2e/drive/card.ts';
import { named } from '../e2e/drive/names.ts';
import { clickControl, findControl, findControls } from '../e2e/harness/controls.ts';
import { surfaceOf } from '../e2e/harness/surface.ts';
import type { Actor } from './actor.ts';
import type { Listed } from './listing.ts';
import type { Log } from './log.ts';
import type { Deed } from './plan.ts';

/** What a deed is done with. */
export interface Ground {
  log: Log;
  papers: readonly Listed[];
  /** Papers that only an import brings. */
  fresh: readonly Listed[];
}

const AT = '2026-01-01T00:00:00.000Z';

/** Sends what a deed sends, and waits for nothing. */
export function send(actor: Actor, deed: Deed, key: string, { log, papers, fresh }: Ground): void {
  const known = (at: number): Listed => papers[at % papers.length] ?? NOBODY;
  const facts = ({ id, title }: Listed) => ({ id, title, authors: [] });
  switch (deed.kind) {
    case 'patch': {
      const paper = known(deed.paper);
      const patches = new Map([[paper.id, deed.patch]]);
      log.declare(deed.who, { key, patches, marker: deed.marker });
      const request = { id: paper.id, patch: deed.patch, paper: facts(paper) };
      actor.ask({ key, name: 'annotation.patch', request });
      return;
    }
    case 'many': {
      const ids = deed.papers.map((at) => known(at).id);
      // Papers that nobody knows yet cannot be changed: those that the listings have shown are known.
      log.declare(deed.who, { key, patches: allOf(ids, deed.patch), marker: deed.marker });
      actor.ask({
        key,
        name: 'annotations.patchMany',
        request: { job: key, ids, patch: deed.patch },
      });
      return;
    }
    case 'import': {
      const some = [...deed.papers.map(known), ...fresh.slice(0, deed.fresh)];
      const ids = some.map(({ id }) => id);
      const patch = { starred: true, addTags: [deed.marker] };
      log.declare(deed.who, { key, patches: allOf(ids, patch), marker: deed.marker });
      const bookmarks = some.map((paper) => ({
        paper: facts(paper),
        annotation: said(deed.marker),
      }));
      const stage = { import: key, part: 0, bookmarks };
      const first = { name: 'import.stage', request: stage };
      actor.ask({ key, name: 'import.apply', request: { import: key }, first });
      return;
    }
    case 'undo': {
      const steps = log.all().flatMap(({ step }) => (typeof step === 'number' ? [step] : []));
      const step = steps[Math.floor(deed.which * steps.length)];
      if (step === undefined) return;
      log.declare(deed.who, { key, patches: new Map(), undoes: step });
      actor.ask({ key, name: 'step.undo', request: { step } });
      return;
    }
  }
}

/** Does with mouse and keyboard what a reader does; whoever dies meanwhile leaves what it may have sent in the log. */
export async function act(
  actor: Actor,
  deed: Deed & { kind: 'click star' | 'type note' | 'add to note' },
  { log, papers }: Ground,
): Promise<void> {
  const paper = papers[deed.paper % papers.length] ?? NOBODY;
  const surface = await surfaceOf(actor.page);
  if (deed.kind === 'click star') {
    const wanted = { role: 'button', name: named('starPaper', paper.title) };
    const [star] = await findControls(surface, wanted);
    if (star === undefined) return; // not in this list, which shows what has a bookmark
    const settled = log.perhaps(deed.who, paper.id, [{ starred: true }, { starred: false }]);
    await clickControl(surface, star);
    await answered(actor, log, deed.who);
    settled();
    return;
  }
  await openEditor(surface, paper.title, 'note');
  const field = { role: 'textbox', name: named('noteLabel') };
  await clickControl(surface, await findControl(surface, field));
  if (deed.kind === 'add to note') {
    await surface.press('Control+End');
    await surface.type(` ${deed.text}`); // told by the page, edit by edit
    await surface.press('Escape');
    await answered(actor, log, deed.who);
    return;
  }
  const settled = log.perhaps(deed.who, paper.id, beginnings(deed.text));
  await surface.press('Control+a');
  await surface.type(deed.text);
  await surface.press('Escape');
  await answered(actor, log, deed.who);
  settled();
}

/** Waits until all that a page has sent was answered. */
async function answered(actor: Actor, log: Log, who: string): Promise<void> {
  const end = performance.now() + 5_000;
  do {
    await actor.heard();
    await new Promise((resolve) => setTimeout(resolve, 10));
    await actor.heard();
  } while (log.isWaiting(who) && performance.now() < end);
}

function beginnings(text: string): AnnotationPatch[] {
  return Array.from({ length: text.length + 1 }, (_, length) => ({ note: text.slice(0, length) }));
}

function allOf(ids: readonly PaperId[], patch: AnnotationPatch): Map<PaperId, AnnotationPatch> {
  return new Map(ids.map((id) => [id, patch]));
}

function said(marker: string) {
  return {
    starred: true,
    starredAt: AT,
    status: null,
    statusAt: null,
    tags: [marker],
    tagsAt: AT,
    note: '',
    noteAt: null,
    createdAt: AT,
  };
}

const NOBODY: Listed = { id: 'arxiv:2604.00001', title: 'Nobody' };
