type Messages = Record<string, { message: string }>;

/** Texts that stand for a language with longer words: each is at least twice as long, in words half again as long. */
export function twiceAsLong(messages: Messages, direction: 'ltr' | 'rtl'): Messages {
  const texts = Object.entries(messages).map(([key, text]) => [key, longer(key, text.message)]);
  return { ...Object.fromEntries(texts), textDirection: { message: direction } };

  function longer(key: string, message: string): { message: string } {
    // What the manifest shows has limits of its own, and the names of languages are not read.
    return { message: /^extension|^languageTag$/.test(key) ? message : stretched(message) };
  }
}

/** A placeholder and what is not a word stay as they are, and stand there once. */
function stretched(message: string): string {
  const words = message.split(' ').map((word) => (isWord(word) ? longWord(word) : word));
  const more = words.filter(isWord);
  for (let at = 0; more.length > 0 && words.join(' ').length < 2 * message.length; at++) {
    words.splice(1, 0, more[at % more.length] ?? '');
  }
  return words.join(' ');
}

function isWord(word: string): boolean {
  return /^\p{L}{2}/u.test(word) && !word.includes('$');
}

/** "Settings" becomes "Settingsttes". */
function longWord(word: string): string {
  const [, letters = '', rest = ''] = /^(\p{L}+)(.*)$/u.exec(word) ?? [];
  const half = [...letters.slice(0, Math.ceil(letters.length / 2))].reverse().join('');
  return letters + half.toLowerCase() + rest;
}
