/** Characters that are made at once: more arguments than this a function may not take. */
const PIECE = 8_192;

/**
 * A value as text that `storage.local` keeps compactly: JSON, compressed, in base64. Compression brings the checksum:
 * a gzip stream ends with the CRC-32 and the length of what is in it.
 */
export async function pack(value: unknown): Promise<string> {
  const stream = new Blob([JSON.stringify(value)])
    .stream()
    .pipeThrough(new CompressionStream('gzip'));
  return toBase64(new Uint8Array(await new Response(stream).arrayBuffer()));
}

/** What was packed, or undefined where the text is absent, cut or changed. */
export async function unpack(text: unknown): Promise<unknown> {
  if (typeof text !== 'string') return undefined;
  try {
    const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return JSON.parse(await new Response(stream).text());
  } catch {
    return undefined; // no base64, no gzip, another checksum, no JSON: damaged, whichever it is
  }
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  }
  return btoa(binary);
}
