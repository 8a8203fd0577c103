import { type House, sentence, withoutComments } from './house.ts';

interface WordRule {
  /** What must not be written … */
  word: RegExp;
  /** … in files whose path fits … */
  where: RegExp;
  /** … except in these. */
  except?: RegExp;
  instead: string;
  /** A line that breaks the rule; the rule must notice it. */
  breach: { path: string; line: string };
}

const CODE = /^(lib|components|entrypoints)\/.*\.tsx?$/;

/** Words that belong to one room, or to none. */
export const WORDS: WordRule[] = [
  {
    word: /\b(fetch\(|XMLHttpRequest|WebSocket|WebTransport|sendBeacon|EventSource|RTCPeerConnection|importScripts)/,
    where:
      /^(?!lib\/worker\/syncing\/network\.ts$|lib\/views\/searching\/closedNetwork\.ts$)(lib|components|entrypoints)\/.*\.tsx?$/,
    instead:
      'one file alone reaches the network, where the reader turned sync on (lib/worker/syncing/network.ts, DESIGN rule 8)',
    breach: { path: 'lib/worker/a.ts', line: "const page = await fetch('https://example.com');" },
  },
  {
    word: /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|createContextualFragment)\b|\beval\(|new Function\(/,
    where: CODE,
    instead:
      'text from a page, a file or a note is text (DESIGN rule 3): set textContent or let Preact write it',
    breach: { path: 'components/a.tsx', line: 'element.innerHTML = title;' },
  },
  {
    word: /\bruntime\.(sendMessage|connect)\b|\btabs\.sendMessage\b/,
    where: CODE,
    except: /^lib\/messages\//,
    instead: 'messages are sent by lib/messages/client.ts, which knows their types',
    breach: { path: 'lib/views/a.ts', line: 'browser.runtime.sendMessage({});' },
  },
  {
    word: /onMessage\.addListener\(\s*async\b/,
    where: CODE,
    instead: 'an async listener answers for every other one: return true and call sendResponse',
    breach: { path: 'lib/messages/a.ts', line: 'onMessage.addListener(async (m) => {});' },
  },
  {
    word: /querySelector|getElements?By|\.closest\(|\.matches\(/,
    where: /^(lib\/|entrypoints\/(site|background)).*\.tsx?$/,
    // What is pasted is read as a document of its own, of which only the links count. What an older script of ours left
    // in the page has no refs here.
    except: /^lib\/(sites\/|imports\/transfer\.ts$|page\/leftBehind\.ts$)/,
    instead:
      "what is known of a page's markup belongs to lib/sites; our own nodes are found through refs",
    breach: { path: 'lib/page/a.ts', line: "document.querySelectorAll('h3')" },
  },
  {
    word: /\bdocument\.(querySelector|getElement)|(querySelector(All)?|closest)[^(]*\([^)]*(svelte|href|data-target)/,
    where: /^components\/.*\.tsx?$/,
    instead:
      'a component finds its own nodes through refs, or from the event; pages belong to lib/sites',
    breach: { path: 'components/a.tsx', line: "document.querySelector('input')" },
  },
  {
    word: /\b(browser|chrome)\.[a-z]+\w*\b|\bindexedDB\b|\blocalStorage\b/,
    where: /^(components|lib\/papers|lib\/formats|lib\/sites)\/.*\.tsx?$/,
    instead: 'no browser API in here: take the value as a parameter or a prop',
    breach: { path: 'components/a.tsx', line: "browser.tabs.create({ url: '/' });" },
  },
  {
    word: /\bnew Date\(\)|\bDate\.now\(\)/,
    where: /^(lib|components)\/.*\.tsx?$/,
    instead: 'the clock is a parameter (DESIGN rule 10): an entrypoint passes it in',
    breach: { path: 'lib/store/a.ts', line: 'const now = new Date();' },
  },
  {
    word: /\b(createShadowRootUi|createIntegratedUi|createIframeUi)\b/,
    where: CODE,
    instead: 'it fetches its style once a card: use createHost of lib/page/host.ts',
    breach: { path: 'lib/page/a.ts', line: 'await createShadowRootUi(ctx, {});' },
  },
  {
    word: /\b(localStorage|sessionStorage|document\.cookie)\b/,
    where: /^(lib|components|entrypoints\/site)/,
    instead: "on a page these are the page's own: use browser.storage, or the library in lib/store",
    breach: { path: 'lib/page/a.ts', line: "localStorage.setItem('a', 'b');" },
  },
];

/** Forbidden words in code; comments may name them. */
export function misplacedWords(house: House, rules: readonly WordRule[] = WORDS): string[] {
  return [...house].flatMap(([path, source]) => {
    const here = rules.filter(({ where, except }) => where.test(path) && !except?.test(path));
    const lines = here.length === 0 ? [] : withoutComments(source).split('\n');
    return lines.flatMap((line, index) =>
      here
        .filter(({ word }) => word.test(line))
        .map(({ word, instead }) =>
          sentence(`${path}:${index + 1}`, `"${word.exec(line)?.[0]}": ${instead}.`),
        ),
    );
  });
}
