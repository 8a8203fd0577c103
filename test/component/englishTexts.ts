import { setTexts } from '../../lib/text/text';
import messages from '../../public/_locales/en/messages.json';

/** Takes all texts from the English `_locales`, as a browser would. */
export function takeEnglishTexts(): void {
  takeTexts(messages);
}

/** Takes all texts from others in the place of the English ones. */
export function takeTexts(texts: Readonly<Record<string, { message: string } | undefined>>): void {
  setTexts(
    (key, substitutions) =>
      (texts[key]?.message ?? '').replace(
        /\$(\d)/g,
        (_, digit) => substitutions[Number(digit) - 1] ?? '',
      ),
    () => 'en',
  );
}
