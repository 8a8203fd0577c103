/** Tags in one text: parted by commas or line ends; by semicolons where there is no comma, which no tag of ours has. */
export function tagsIn(text: string | undefined): string[] {
  if (text === undefined) return [];
  return text.split(text.includes(',') ? /[,\n]/ : /[;\n]/);
}

/** The same as other programs write them in a table: also parted by bars (Pocket), or as a list in brackets and quotes. */
export function foreignTagsIn(text: string | undefined): string[] {
  const list = /^\s*\[(.*)\]\s*$/s.exec(text ?? '')?.[1];
  if (list === undefined) return text?.includes('|') ? text.split('|') : tagsIn(text);
  const quoted = [...list.matchAll(/"([^"]*)"|'([^']*)'/g)];
  return quoted.map(([, double, single]) => double ?? single ?? '');
}
