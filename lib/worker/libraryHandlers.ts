import type { Change } from '../messages/announce';
import { failure, type Result, success } from '../messages/result';
import type { Handlers } from '../messages/server';
import type { PaperId } from '../papers/ids';
import type { Task } from '../papers/tasks';
import { emptyTrash } from '../store/commands/emptyTrash';
import { beginJob } from '../store/commands/jobs';
import { mergePapers } from '../store/commands/mergePapers';
import { deleteSearch, saveSearch } from '../store/commands/searches';
import { colourTag, papersWithin } from '../store/commands/tags';
import type { AsterismDatabase } from '../store/database';
import { type Jobs, outcomeOf } from './jobs';

interface Needs {
  db: AsterismDatabase;
  now: () => Date;
  jobs: Jobs;
  run: <T>(command: () => Promise<T>) => Promise<Result<T>>;
  changed: (change: Change) => void;
}

type Name =
  | 'annotations.patchMany'
  | 'bookmarks.removeMany'
  | 'paper.merge'
  | 'trash.restore'
  | 'trash.empty'
  | 'tag.rename'
  | 'tag.delete'
  | 'tag.colour'
  | 'search.save'
  | 'search.delete';

/** What the library page asks for: many papers at once, the trash, tags and saved searches. */
export function libraryHandlers({ db, now, jobs, run, changed }: Needs): Pick<Handlers, Name> {
  async function doToMany(
    job: string,
    task: Task,
    find: () => Promise<readonly PaperId[]>,
    change: Change,
  ) {
    const done = await jobs.carryOut(() => beginJob(db, job, task, find, now));
    if (!done.ok || done.value === null) return done.ok ? outcomeOfNothing : done;
    changed(change);
    return outcomeOf(done.value);
  }
  const given = (ids: PaperId[]) => () => Promise.resolve(ids);

  return {
    'annotations.patchMany': ({ job, ids, patch }) =>
      doToMany(job, { kind: 'patch', patch }, given(ids), ids),
    'bookmarks.removeMany': ({ job, ids }) => doToMany(job, { kind: 'remove' }, given(ids), ids),
    'trash.restore': ({ job, ids }) => doToMany(job, { kind: 'restore' }, given(ids), ids),
    'paper.merge': async ({ from, into }) => {
      const merged = await run(() => mergePapers(db, { from, into }, now));
      if (!merged.ok) return merged;
      if (merged.value === undefined) return failure('missing', into);
      changed([from, into]);
      return success({ undo: merged.value });
    },
    'trash.empty': async ({ which }) => {
      const emptied = await run(() => emptyTrash(db, which));
      if (!emptied.ok) return emptied;
      changed([]);
      return success({ emptied: emptied.value });
    },
    'tag.rename': ({ job, from, to }) =>
      doToMany(job, { kind: 'retag', from, to }, () => papersWithin(db, from), 'all'),
    'tag.delete': ({ job, tag }) =>
      doToMany(job, { kind: 'retag', from: tag, to: null }, () => papersWithin(db, tag), 'all'),
    'tag.colour': async ({ tag, colour }) => {
      const coloured = await run(() => colourTag(db, tag, colour, now));
      if (!coloured.ok) return coloured;
      changed([]);
      return success({ undo: coloured.value });
    },
    'search.save': async (search) => {
      const saved = await run(() => saveSearch(db, search, now));
      if (!saved.ok) return saved;
      changed([]);
      return success({ searches: saved.value });
    },
    'search.delete': async ({ name }) => {
      const deleted = await run(() => deleteSearch(db, name));
      if (!deleted.ok) return deleted;
      changed([]);
      return success({ searches: deleted.value });
    },
  };
}

const outcomeOfNothing = success({ changed: 0, missing: 0, undo: null });
