import { arxivId, type PaperId } from '../papers/ids';
import { paperIn } from './text/mentions';
import { ID } from './text/naming';

/** "2401.12345v2", "arXiv:2401.12345 [cs.CL]", "abs/hep-th/9901001"; a version or a class may follow. */
const WRITTEN = new RegExp(`^(?:arxiv|e-?print|preprint|abs|pdf|[\\s:.,=/_-])*(${ID})(?!\\d)`, 'i');
/** A number of the first years whose archive is in a field of its own. */
const NUMBER = /^[\s/]*(\d{7})(?!\d)/;

/**
 * The paper that a field of arXiv's ids is about, however the id is written there. Of a number of the first years the
 * archive may be any of those that other fields name: "9609005" with "hep-th".
 */
export function eprintIn(
  text: string | undefined,
  archives: readonly (string | undefined)[] = [],
): PaperId | null {
  if (text === undefined) return null;
  const written = WRITTEN.exec(text)?.[1];
  if (written !== undefined) return arxivId(written.toLowerCase());
  const number = NUMBER.exec(text)?.[1];
  if (number === undefined) return paperIn([text]);
  const ids = archives.map((archive) => (archive ? inArchive(archive, number) : null));
  return ids.find((id) => id !== null) ?? null;
}

/** Whether arXiv had an archive of that name in its first years: "hep-th", "math.GT". */
export function isArchive(name: string): boolean {
  return inArchive(name, '9901001') !== null;
}

function inArchive(archive: string, number: string): PaperId | null {
  return paperIn([`${archive}/${number}`]);
}
