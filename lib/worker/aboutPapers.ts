import { plainLine } from '../formats/plainText';
import type { Label } from '../labels/label';
import type { AboutPaper, AboutPapers, Asked } from '../messages/aboutPapers';
import type { Annotations } from '../messages/messages';
import { glanceOf } from '../papers/glance';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';

/** What answers are made from. */
export interface Known {
  /** The papers that are asked about. */
  ids: readonly PaperId[];
  annotations: Annotations;
  /** The facts that came with the question. */
  papers: readonly (Paper | null)[];
  /** Those that were in sight; empty where nobody asks. */
  sighted: ReadonlySet<PaperId>;
  /** Those that the reader dismissed; empty where nobody asks. */
  dismissed: ReadonlySet<PaperId>;
  /** Empty where nobody asks for them. */
  labels: ReadonlyMap<PaperId, Label[]>;
}

const ANSWERS: { [A in Asked]: (known: Known) => [PaperId, AboutPaper[A]][] } = {
  annotation: ({ ids, annotations }) =>
    ids.flatMap((id) => {
      const annotation = annotations[id];
      return annotation ? [[id, glanceOf(annotation)]] : [];
    }),
  title: ({ papers }) =>
    papers.flatMap((paper) => (paper ? [[paper.id, plainLine(paper.title)]] : [])),
  seen: ({ ids, annotations, sighted }) =>
    ids.map((id) => [id, annotations[id] !== undefined || sighted.has(id)]),
  dismissed: ({ ids, dismissed }) => ids.map((id) => [id, dismissed.has(id)]),
  labels: ({ labels }) => [...labels],
};

/** What features asked for about the papers of a page. */
export function aboutPapers(asks: readonly Asked[], known: Known): AboutPapers {
  const about: AboutPapers = {};
  for (const asked of asks) answer(about, asked, known);
  return about;
}

function answer<A extends Asked>(about: AboutPapers, asked: A, known: Known): void {
  for (const [id, said] of ANSWERS[asked](known)) {
    const paper = about[id] ?? {};
    paper[asked] = said;
    about[id] = paper;
  }
}
