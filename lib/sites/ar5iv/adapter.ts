import { arxivId } from '../../papers/ids';
import type { Adapter } from '../adapter';
import { paperOfLatexml } from '../latexml';

/** ar5iv: arXiv's papers as HTML, one a page. The links in its footer lead to neighbours in arXiv's order. */
export const adapter = {
  paper: {
    read(document, { pathname }) {
      const [, segment = ''] = /^\/(?:html|abs)\/(.+?)\/?$/.exec(pathname) ?? [];
      const id = arxivId(segment);
      return id && paperOfLatexml(document, id, segment);
    },
  },
} satisfies Adapter;
