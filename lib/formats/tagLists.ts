/** Tags in one text: parted by commas or line ends; by semicolons where there is no comma, which no tag of ours has. */
export function tagsIn(text: string | undefined): string[] {
  if (text === undefined) return [];
  return text.split(text.includes(',') ? /[,\n]/ : /[;\n]/);
}
