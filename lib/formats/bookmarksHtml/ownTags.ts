/** Elements that bookmark files, and the web pages that are read as such, are made of. */
const OWN = 'a|dl|dt|dd|h1|h3|p|hr|br|ul|ol|li';
const OTHER_TAG = new RegExp(String.raw`<(?!/?(?:${OWN})(?:[\s>/]|$))`, 'gi');
/** Emphasis that a service has not escaped. */
const EMPHASIS =
  /<(b|i|em|strong|sub|sup|u|s|span|font|mark|small|code)(?:\s[^<>]*)?>([^<]*)<\/\1>/gi;

/**
 * A line of a bookmark file in which no tag is left but those that such files are made of: others are text that was not
 * escaped ("The <script> element"), and to a parser some of them would hide all that follows.
 */
export function withOwnTags(line: string): string {
  if (!line.includes('<')) return line;
  return withoutComments(line).replace(EMPHASIS, '$2').replace(OTHER_TAG, '&lt;');
}

/** A pattern would look for the end of each comment again where there is none. */
function withoutComments(line: string): string {
  let kept = '';
  let from = 0;
  for (;;) {
    const begin = line.indexOf('<!--', from);
    const end = begin < 0 ? -1 : line.indexOf('-->', begin + 4);
    if (end < 0) return kept + line.slice(from);
    kept += line.slice(from, begin);
    from = end + 3;
  }
}
