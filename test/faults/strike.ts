import type { Log } from './log.ts';
import { ACTORS, type ActorName, type Fault } from './plan.ts';
import { AWAY, type Stage } from './stage.ts';

/** Lets something go wrong, and brings back who was hit by it. What the dead were waiting for is settled in the log. */
export async function strike(stage: Stage, fault: Fault, log: Log): Promise<void> {
  if (fault.kind === 'worker stops') return stage.stopWorker();
  if (fault.kind === 'browser is killed') {
    await stage.kill();
    for (const name of ACTORS) log.died(name);
    await stage.start();
    for (const name of ACTORS) await stage.open(name);
    return;
  }
  await strikeOne(stage, fault, log);
}

async function strikeOne(
  stage: Stage,
  { kind, who }: Fault & { who: ActorName },
  log: Log,
): Promise<void> {
  const actor = stage.take(who);
  if (actor === undefined) return; // it is just being opened
  const { page, session } = actor;
  switch (kind) {
    case 'closed':
      await page.close();
      log.died(who);
      return stage.open(who);
    case 'crashes': {
      const crashed = new Promise((resolve) => page.once('crash', resolve));
      session.send('Page.crash').catch(() => {}); // there is nobody left to answer
      await crashed;
      return recover(stage, log);
    }
    case 'freezes':
      await session.send('Page.setWebLifecycleState', { state: 'frozen' });
      await new Promise((resolve) => setTimeout(resolve, 150));
      await session.send('Page.setWebLifecycleState', { state: 'active' });
      break;
    case 'reloads':
      try {
        await page.reload();
      } catch (error) {
        // Once in some hundred runs Chromium itself drops a page that is loaded again: one more fault.
        if (!String(error).includes('Page crashed')) throw error;
        return recover(stage, log);
      }
      log.died(who);
      break;
    case 'goes and comes back': {
      const before = await actor.identity();
      await page.goto(AWAY);
      await page.goBack({ waitUntil: 'commit' }); // what was kept is not loaded again
      if ((await actor.identity()) === before) log.wasAway(who);
      else log.died(who);
      break;
    }
  }
  stage.put(who, actor);
}

/** Opens again what has crashed, if anything has: a page, and with it others of its process. */
export async function recover(stage: Stage, log: Log): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 50)); // others of its process are told of next
  const names = await stage.recover();
  for (const name of names) log.died(name);
  for (const name of names) await stage.open(name);
}
