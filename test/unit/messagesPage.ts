import type { Sender } from '../../lib/messages/contract';

/** What the page says of one message. */
export interface Told {
  from: readonly Sender[];
  /** The fields of its request, those that may be absent with a question mark. */
  fields: string[];
}

/**
 * docs/messages.md: who may send which message, from the contract that the worker enforces, and what each is for, from
 * the comments beside the types.
 * @param source the text of lib/messages/messages.ts
 */
export function messagesPage(contract: Map<string, Told>, source: string): string {
  const rows = [...contract].map(([name, { from, fields }]) => {
    const may = (sender: Sender): string => (from.includes(sender) ? 'yes' : '–');
    const asked = fields.map((field) => `\`${field}\``).join(', ') || '–';
    return `| \`${name}\` | ${may('card')} | ${may('page')} | ${asked} | ${purposeOf(name, source)} |`;
  });
  return `${INTRODUCTION}
| message | a card may | a page may | asked with | what it does |
|---|---|---|---|---|
${rows.join('\n')}
`;
}

const INTRODUCTION = `# Messages to the worker

Made from \`lib/messages/contract.ts\` and the comments of \`lib/messages/messages.ts\`; a test fails while it is not current (\`npx vitest run --project unit test/unit/messagesPage.test.ts -u\` writes it again).

*A card* is our content script in the top frame of a tab on a site that we annotate. *A page* is a page of the extension. The browser says which it is (\`lib/messages/senders.ts\`); what a message says about itself counts for nothing. Everybody else may send nothing: frames, other sites, other
extensions, web pages. A message that its sender may not send is \`refused\`, one whose fields are not exactly as the contract says is \`unreadable\`, one of another name is \`unknown\`; each changes nothing.
`;

/** The comment above a message's type, on one line; of one without, what its name says. */
function purposeOf(name: string, source: string): string {
  const at = source.indexOf(`  '${name}': {`);
  const before = source.slice(0, at).trimEnd();
  if (at < 0 || !before.endsWith('*/')) return '';
  const comment = before.slice(before.lastIndexOf('/**') + 3, -2);
  return comment
    .replace(/\n\s*\* ?/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('|', '\\|')
    .trim();
}
