import { type House, sentence, withoutComments } from './house.ts';

type Locale = Record<string, { message?: string; description?: string }>;

const MESSAGES = 'public/_locales/en/messages.json';

/** Texts that nothing shows, texts that are asked for and missing, and texts that a translator could not place. */
export function textTroubles(house: House): string[] {
  const locale = JSON.parse(house.get(MESSAGES) ?? '{}') as Locale; // ours; a wrong shape shows below
  const code = [...house]
    .filter(([path]) =>
      /^(lib|components|entrypoints)\/.*\.(tsx?|html)$|^wxt\.config\.ts$/.test(path),
    )
    .map(([path, source]): [string, string] => [path, withoutComments(source)]);
  return [
    ...Object.entries(locale).flatMap(([key, entry]) => troublesOf(key, entry, code)),
    ...code.flatMap(([path, source]) =>
      asked(source)
        .filter((key) => !(key in locale) && !(`${key}_other` in locale))
        .map((key) => sentence(path, `asks for the text "${key}": add it to ${MESSAGES}.`)),
    ),
  ];
}

function troublesOf(key: string, entry: Locale[string], code: [string, string][]): string[] {
  const name = key.replace(/_(zero|one|two|few|many|other)$/, '');
  const isUsed = code.some(
    ([, source]) => source.includes(`'${name}'`) || source.includes(`__MSG_${name}__`),
  );
  return [
    ...(isUsed ? [] : [sentence(MESSAGES, `nothing shows "${key}": take it out.`)]),
    ...(entry.message?.trim() ? [] : [sentence(MESSAGES, `"${key}" has no message.`)]),
    ...(entry.description?.trim()
      ? []
      : [sentence(MESSAGES, `"${key}" has no description: say where it stands, for translators.`)]),
  ];
}

/** Keys that a file asks for by name. */
function asked(source: string): string[] {
  const calls = source.matchAll(/(?<![#.])\b(?:text|countText)\(\s*'([^']+)'|__MSG_(\w+)__/g);
  return [...calls].map(([, called, named]) => called ?? named ?? '');
}
