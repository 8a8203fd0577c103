/**
 * The groups of JabRef before version 4, which a comment at the file's end lists with the keys of their entries:
 * "1 ExplicitGroup:RL\\;0\\;doe2024\\;roe2024\\;;". Gives for each key the groups that it is in, those within others with
 * a slash; nothing where a comment is another.
 */
export function groupsIn(comment: string): Map<string, string[]> {
  const byKey = new Map<string, string[]>();
  const [, tree] = /jabref-meta:\s*groupstree:(.*)\}\s*$/s.exec(comment) ?? [];
  if (tree === undefined) return byKey;
  const path: string[] = [];
  // JabRef breaks these lines wherever they are long.
  for (const line of tree.replaceAll('\n', '').split(/(?<!\\);/)) {
    const [, level, kind, rest = ''] = /^\s*(\d+)\s+(\w+):(.*)$/.exec(line) ?? [];
    if (level === undefined) continue;
    const [name = '', , ...keys] = rest.split('\\;').map((part) => part.trim());
    path.length = Math.min(path.length, Math.max(0, Number(level) - 1));
    path.push(name.replaceAll('/', ' '));
    if (kind !== 'ExplicitGroup') continue;
    for (const key of keys) {
      if (key !== '') byKey.set(key, [...(byKey.get(key) ?? []), path.join('/')]);
    }
  }
  return byKey;
}
