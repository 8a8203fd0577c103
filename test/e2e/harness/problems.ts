import type { BrowserContext, CDPSession, Page, Request } from 'playwright';
import type { Session } from './session.ts';

/** Errors that a page, a content script or the worker let out, as text. */
export type Problems = string[];

interface RemoteValue {
  value?: unknown;
  description?: string;
}

/** Collects uncaught errors, `console.error` and what the policy refused of every page, content scripts included, and each request of ours. */
export function collectProblems(context: BrowserContext): Problems {
  const problems: Problems = [];
  const watch = async (page: Page): Promise<void> => {
    // Playwright's own console event leaves out what content scripts print.
    const session = await context.newCDPSession(page);
    listen(session, problems);
    await Promise.all([session.send('Runtime.enable'), session.send('Log.enable')]);
  };
  // A page that closes at once cannot be watched, and has nothing to say.
  const start = (page: Page): void => void watch(page).catch(() => undefined);
  context.pages().forEach(start);
  context.on('page', start);
  context.on('request', (request) => {
    if (isOurs(request)) problems.push(`We send nothing anywhere, but here to ${request.url()}`);
  });
  return problems;
}

/** Whether our worker or one of our pages makes a request to a host; a link that is opened is the reader's. */
function isOurs(request: Request): boolean {
  if (!/^(https?|wss?):/.test(request.url())) return false;
  if (request.serviceWorker() !== null) return true;
  return !request.isNavigationRequest() && request.frame().url().startsWith('chrome-extension://');
}

function listen(session: CDPSession, problems: Problems): void {
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    problems.push(exceptionDetails.exception?.description ?? exceptionDetails.text);
  });
  session.on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (type === 'error') problems.push(spell(args));
  });
  session.on('Log.entryAdded', ({ entry }) => {
    // What was refused from the network is counted elsewhere.
    if (entry.level === 'error' && entry.source === 'security') problems.push(entry.text);
  });
}

/** The same for the worker; call it again after a stop. */
export async function collectWorkerProblems(worker: Session, problems: Problems): Promise<void> {
  worker.onEvent((method, params) => {
    if (method === 'Runtime.exceptionThrown') problems.push(JSON.stringify(params));
    if (method === 'Runtime.consoleAPICalled') {
      const { type, args } = params as { type: string; args: RemoteValue[] }; // as the protocol says
      const text = spell(args);
      // A worker that a test is stopping has no browser to talk to any more; what it could not say is said again.
      if (type === 'error' && !text.endsWith('Error: No SW')) problems.push(text);
    }
    if (method === 'Log.entryAdded') {
      const { entry } = params as { entry: { level: string; source: string; text: string } }; // as the protocol says
      if (entry.level === 'error' && entry.source === 'security') problems.push(entry.text);
    }
  });
  await Promise.all([worker.send('Runtime.enable'), worker.send('Log.enable')]);
}

function spell(args: RemoteValue[]): string {
  return args.map(({ value, description }) => description ?? String(value)).join(' ');
}
