// Every mark that begins or ends something in one kind of Markdown or another; a backslash makes each of them a letter.
const MARKS =
  /[\\`*_{}[\]<>#|~$^]|&(?=#?\w+;)|@(?=\w)|:(?=\w+:|\/\/)|(?<=\bwww)\.|!(?=\[)|--+|={2,}/g;

/** Text that Markdown shows as it is: within a line, a heading or a link. */
export function escapeMarkdown(text: string): string {
  return text.replace(MARKS, (found) => [...found].map((mark) => `\\${mark}`).join(''));
}

/** An address as Markdown may hold it in `<…>` or `(…)`. */
export function markdownAddress(url: string): string {
  return url.replace(
    /[\s<>()\\]/g,
    (found) => `%${found.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
