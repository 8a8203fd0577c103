import { PAPER_LIMITS } from '../papers/paper';
import { ID } from './text/naming';

/** What stands for a paper where its title is elsewhere, word by word. */
const LABELS = new Set(
  (
    'abs abstract access acl alphaxiv an and appendix ar5iv article artigo artikel articolo artículo arxiv attachment aufsatz ' +
    'biorxiv blog bibtex camera ready code cite citation click colab conference cvf data dataset demo doc document doi download ' +
    'enlace external file for full fulltext github here hf homepage html hugging huggingface ieee journal latest lien link ' +
    'links medium microsoft mirror model more no notes official online open openreview org oral original page papier paper ' +
    'papers pdf pmlr post poster preprint print project report ps pubmed quelle read repo repository researchgate review s2 scholar ' +
    'semantic slides source spotlight springer summary supplement supplementary survey talk tech technical tex text texte the thesis this thread tutorial tweet ' +
    'twitter unofficial url version vers via video view volltext web website weights youtube ' +
    'aaai acm aistats bmvc coling colm colt conll corl cvpr eacl eccv emnlp findings icassp iccv iclr icml icra ijcai ' +
    'interspeech iros jmlr kdd miccai naacl nature neurips nips pami recsys rss science sigir siggraph sigmod tacl tmlr tpami ' +
    'uai vldb wacv workshop wsdm www ссылка статья'
  ).split(' '),
);
const EASTERN =
  /论文|論文|链接|鏈接|連結|原文|地址|下载|下載|摘要|全文|查看|阅读|点击|這裡|这里|此处|代码|代碼|项目|主页|主頁|リンク|ダウンロード|コード|こちら|논문|링크|원문|보기|다운로드|코드/g;
/** A version, a place in a list, a year. */
const NUMBER = /^(?:v?\d{1,3}|'?\d\d|19\d\d|20[0-3]\d)$/;

/** The text of a link to a paper, or its name in a list of bookmarks, where that is a title and no label. */
export function linkTitle(text: string | undefined): string | undefined {
  return text === undefined || isLabel(text) ? undefined : text;
}

/** Whether a text only says that a paper, or something that belongs to it, is behind the link: "View PDF", "[1]", "论文". */
export function isLabel(text: string): boolean {
  if (text.length > 60) return false;
  const words =
    text
      .replace(EASTERN, ' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.every((word) => LABELS.has(word) || NUMBER.test(word));
}

const DOI = String.raw`(?:doi[:\s]{0,2})?(?:10\.48550/)?`;
/** An id with what listings put behind it: its class and date. */
const ID_ALONE = new RegExp(
  String.raw`^[[(]?${DOI}(?:arxiv[:.\s_-]{0,2})?(?:(?:abs|pdf)/)?${ID}(?:\s?v\d+)?(?: ?\[[\w.\- ,;]+\])?[\])]?(?: \d{1,2} \w{3,9} \d{4})?$`,
  'i',
);
const ADDRESS = /^(?:[a-z][a-z+.-]*:\/\/\S*|(?:[\w-]+\.)+[a-z]{2,}\/\S*|(?:www\.)?arxiv\.org)$/i;
const FILE = /^(?:\S+\.(?:pdf|ps|dvi|tex|docx?|html?|md|txt|epub|djvu|bib)|microsoft word - .*)$/i;
/** A subject class of arXiv's. */
const CLASS =
  /^\[?(?:astro-ph|cond-mat|cs|econ|eess|math|nlin|physics|q-bio|q-fin|stat)\.[a-z-]{2,8}\]?$/i;
/** What a page says where it is not the paper's. */
const OTHER_PAGE =
  /^(?:just a moment\W*|(?:40[1349] )?(?:forbidden|not found|page not found)|access denied|arxiv recaptcha|arxiv\.org e-print archive|\(?(?:no title|untitled(?: document)?)\)?|loading\W*|redirecting\W*|sign in|log ?in)$/i;

/** How sites end their pages' titles. */
const SITE =
  / [|·–—-] (?:alphaxiv|arxiv(?:\.org|[- ]vanity)?|ar5iv|cool papers(?: - .*)?|emergent ?mind|hugging ?face|inspire|papers with code|scirate|semantic scholar)$/i;
/** The id that begins a page's title, a download's name or a line: "[2401.12345] ", "arXiv:2401.12345v2 - ", "2401.12345_". */
const ID_BEFORE = new RegExp(
  String.raw`^(?:\[(?:arxiv:)?[\w.\-/]{7,30}\] ?|(?:arxiv[:\s]{0,2})?${ID}(?:v\d+)?(?: ?[-–—:_|] ?| (?=[\p{Lu}])))`,
  'iu',
);
/** What browsers put behind a file's name. */
const COPY = / ?\(\d+\)(?=\.pdf$)/i;

/** A title without what browsers, sites and programs put around it; empty where it is none: an address, an id, a file's name. */
export function titleIn(text = ''): string {
  const line = text.slice(0, 10_000).replace(/\s+/g, ' ').trim();
  const title = line
    .replace(/^(?:\(pdf\)|\[pdf\]) /i, '')
    .replace(SITE, '')
    .replace(COPY, '');
  if (isNoTitle(title)) return '';
  const bare = title
    .replace(ID_BEFORE, '')
    .replace(/^Paper page - /, '')
    .replace(SITE, '')
    .replace(/(?<= .*)\.pdf$/i, '');
  return isNoTitle(bare) ? '' : bare.slice(0, PAPER_LIMITS.title);
}

function isNoTitle(text: string): boolean {
  return (
    text === '' ||
    ADDRESS.test(text) ||
    ID_ALONE.test(text) ||
    CLASS.test(text) ||
    FILE.test(text) ||
    OTHER_PAGE.test(text)
  );
}
