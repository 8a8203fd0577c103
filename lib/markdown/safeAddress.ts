import type { SafeAddress } from './document';

/** The address that a link may open, as the browser will read it, or null: only http, https and mailto. */
export function safeAddress(text: string): SafeAddress | null {
  if (!URL.canParse(text)) return null; // no address, or one within a page that a note does not have
  const { protocol, href } = new URL(text);
  return protocol === 'https:' || protocol === 'http:' || protocol === 'mailto:'
    ? (href as SafeAddress) // its beginning is the protocol
    : null;
}
