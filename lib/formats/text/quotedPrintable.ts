/** What the head of a mail, or of a part of one, says where its lines and signs are broken up. */
const DECLARED = /^content-transfer-encoding:[ \t]*quoted-printable/im;

/** Most characters that are held back for a line to end. */
const LONGEST = 64 * 1024;

/** Whether a text that begins so is such a mail. */
export function isQuotedPrintable(beginning: string): boolean {
  return DECLARED.test(beginning);
}

/** A mail's text with its lines whole and its signs ("=3D") as they were: an address may go on in the next line. */
export async function* fromQuotedPrintable(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const chunk of chunks) {
    held += chunk;
    const end = held.length > LONGEST ? held.length : lastLineEnd(held);
    if (end > 0) yield unescaped(held.slice(0, end));
    held = held.slice(end);
  }
  yield unescaped(held);
}

/** Where the last line that does not go on in the next one ends. */
function lastLineEnd(text: string): number {
  let at = text.lastIndexOf('\n');
  while (at > 0 && text[at - 1] === '=') at = text.lastIndexOf('\n', at - 1);
  return at + 1;
}

function unescaped(text: string): string {
  return text.replace(/=\n/g, '').replace(/(?:=[\da-f]{2})+/gi, (escapes) => {
    const bytes = escapes.split('=').slice(1);
    return new TextDecoder().decode(Uint8Array.from(bytes, (hex) => Number.parseInt(hex, 16)));
  });
}
