import { setTexts } from '../../lib/text/text';
import messages from '../../public/_locales/en/messages.json';

/** Takes all texts from the English `_locales`, as a browser would. */
export function takeEnglishTexts(): void {
  setTexts(
    (key, substitutions) => {
      const found: { message: string } | undefined = messages[key];
      return (found?.message ?? '').replace(
        /\$(\d)/g,
        (_, digit) => substitutions[Number(digit) - 1] ?? '',
      );
    },
    () => 'en',
  );
}
