import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a manifest asks for. */
export interface Asking {
  permissions?: string[];
  host_permissions?: string[];
  optional_permissions?: string[];
  optional_host_permissions?: string[];
  content_scripts?: { matches: string[] }[];
}

/** What the stores ask about each permission: the reasons of SECURITY.md, as plain text. */
export function readReasons(root: string): Map<string, string> {
  return reasonsIn(readFileSync(join(root, 'SECURITY.md'), 'utf8'));
}

/** The reasons in the table of a document like SECURITY.md, by permission. */
export function reasonsIn(document: string): Map<string, string> {
  const [, after = ''] = document.split('## Permissions, one by one');
  const [section = ''] = after.split('\n## ');
  const rows = section.matchAll(/^\| `([^`]+)` \| ([^|\s][^|]*?) \|/gm);
  return new Map([...rows].map(([, name = '', reason = '']) => [name, plain(reason)]));
}

/** The permissions of a manifest that have no reason. */
export function withoutReason(manifest: Asking, reasons: ReadonlyMap<string, string>): string[] {
  const asked = [
    ...(manifest.permissions ?? []),
    ...(manifest.host_permissions ?? []),
    ...(manifest.optional_permissions ?? []),
    ...(manifest.optional_host_permissions ?? []),
    ...(manifest.content_scripts ?? []).flatMap(({ matches }) => matches),
  ];
  return [...new Set(asked)].filter((name) => !reasons.has(name));
}

/** Without the marks of Markdown; a link is its name. */
function plain(markdown: string): string {
  return markdown.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1').replaceAll('`', '');
}
