import type { ColouredTag } from '../papers/tagColours';
import type { LibraryReader } from '../store/reader';

/** The look of tags that have a colour, wherever an element names its tag's key (`data-tag`). */
export function colourRules(coloured: readonly ColouredTag[]): string {
  return coloured
    .map(({ key, colour }) => {
      const tag = `[data-tag="${CSS.escape(key)}"]`;
      return `${tag}::before{--tag-colour:var(--tag-${colour});content:""}`;
    })
    .join('\n');
}

/**
 * Shows tags in their colours all over a page, and again whenever something has changed: one style sheet, so that no
 * list has to know of colours. Call it when the first rows are painted.
 */
export async function colourTags(
  reader: Pick<LibraryReader, 'tagColours'>,
  onChange: (heard: () => void) => void,
  document: Document,
): Promise<void> {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  const read = async (): Promise<void> => {
    sheet.replaceSync(colourRules(await reader.tagColours()));
  };
  onChange(() => void read());
  await read();
}
