import { paperIdFromUrl } from '../papers/addresses';

/** Whether a paste or a drop brings a folder: a file that nobody can read. */
export function hasFolder({ items }: Pick<DataTransfer, 'items'>): boolean {
  return [...items].some((item) => item.webkitGetAsEntry()?.isDirectory);
}

/** What a paste or a drop brings: its files, else its text as a file of this name. None where it brings neither. */
export function filesIn(data: DataTransfer, name: string): File[] {
  const text = textIn(data);
  // A spreadsheet puts a picture of its cells beside their text.
  const files = [...data.files].filter(({ type }) => text === '' || !type.startsWith('image/'));
  if (files.length > 0) return files;
  return text === '' ? [] : [new File([text], name)];
}

/**
 * The text, with the papers that are links in it: a copied part of a page has their addresses in its HTML only,
 * and a dragged link in its list of addresses.
 */
function textIn(data: DataTransfer): string {
  const plain = data.getData('text/plain');
  // In JSON, BibTeX or RIS nothing is hidden, and nothing can be added.
  if (/^\s*(?:[[{@]|TY {2}-)/.test(plain)) return plain;
  const addresses = data.getData('text/uri-list').split(/\r?\n/);
  const found = [...addresses, ...linksIn(data.getData('text/html'))].filter(
    (address) => paperIdFromUrl(address) !== null && !plain.includes(address),
  );
  return [plain, ...new Set(found)].filter((part) => part.trim() !== '').join('\n');
}

/** Addresses of the links in a piece of HTML. It is read as a document of its own, in which nothing runs or loads. */
function linksIn(html: string): string[] {
  if (html === '') return [];
  const links = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('a[href]');
  return [...links].map((link) => link.getAttribute('href') ?? '');
}
