import { render } from 'preact';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Markdown } from '../../components/reading/Markdown';
import { TexText } from '../../components/reading/TexText';
import { parseMarkdown } from '../../lib/markdown/parse';
import { accessibilityProblems } from './accessibility';
import { open, popupStage } from './popupStage';

const TITLE = String.raw`$\pi_0$: A \textbf{Vision} Model -- 40\% of Q\&A`;
const SHOWN = 'π₀: A Vision Model – 40% of Q&A';

describe('the popup', () => {
  const stage = popupStage();

  test('shows a title with TeX in plain text, and names everything by it', async () => {
    stage.library.add({ id: 'arxiv:2410.24164', title: TITLE });
    await open(stage);
    const row = page.getByRole('listitem', { name: SHOWN });
    await expect.element(row).toBeVisible();
    await expect.element(row.getByRole('button', { name: `Star paper: ${SHOWN}` })).toBeVisible();
    await expect.element(row.getByRole('link', { name: `PDF: ${SHOWN}` })).toBeVisible();
    expect(stage.place.innerHTML).not.toMatch(/\\(?:textbf|pi|%)|\$/);
  });

  test('shows the beginning of a note as it is read, not as it was typed', async () => {
    const note = String.raw`**Why** $\pi_0$ *works*:\n- it costs \$5`.replace('\\n', '\n');
    stage.library.add({ id: 'arxiv:2410.24164', title: 'A title' }, { note });
    await open(stage);
    const start = page.getByRole('listitem', { name: 'A title' }).getByTitle('Open the note');
    await expect.element(start).toHaveTextContent('Why π₀ works: · it costs $5');
  });
});

describe('a text with formulas', () => {
  const show = (element: preact.JSX.Element): HTMLElement => {
    const place = document.createElement('main');
    document.body.replaceChildren(place);
    render(element, place);
    return place;
  };

  test('is plain where that says it all, and has MathML where not', async () => {
    const text = String.raw`At $10^{-3}$, \emph{loss} $\frac{a+b}{2}$ falls by 40\% for $5.`;
    const place = show(
      <p>
        <TexText text={text} />
      </p>,
    );
    expect(place.textContent).toBe('At 10⁻³, loss (a+b)/2 falls by 40% for $5.');
    await expect.poll(() => place.querySelectorAll('math').length).toBe(1);
    const [math] = place.querySelectorAll('math');
    expect(math?.namespaceURI).toBe('http://www.w3.org/1998/Math/MathML');
    expect(math?.querySelector('mfrac')?.children).toHaveLength(2);
    expect(place.textContent?.replaceAll('\u2061', '')).toBe(
      'At 10⁻³, loss a+b2 falls by 40% for $5.',
    );
    expect(math?.getBoundingClientRect().height).toBeGreaterThan(0);
  });

  test('that is not one is shown as text', async () => {
    const place = show(
      <p>
        <TexText text={'The $\\frac{a}{b$ and $\\unknown{x}^{y z}$.'} />
      </p>,
    );
    await new Promise((done) => setTimeout(done, 300));
    expect(place.querySelector('math')).toBeNull();
    expect(place.textContent).toContain('unknownxʸᶻ');
  });

  test('in a note is a formula that Markdown leaves alone', async () => {
    const note = String.raw`**So** $a_1 * b_2 * \frac{c}{d}$ and $$\sum_{i=1}^n x_i$$ cost $5.`;
    const place = show(
      <>
        <h1>Note</h1>
        <Markdown blocks={parseMarkdown(note)} />
      </>,
    );
    await expect.poll(() => place.querySelectorAll('math').length).toBe(2);
    expect(place.querySelectorAll('em')).toHaveLength(0);
    expect(place.querySelectorAll('math')[1]?.getAttribute('display')).toBe('block');
    expect(place.textContent).toContain('cost $5.');
    expect(await accessibilityProblems()).toEqual([]);
  });

  test('loads and runs nothing', async () => {
    const text = String.raw`$\href{javascript:alert(1)}{\frac{x}{y}}$ $\includegraphics{https://evil.example/x.png}\frac{x}{y}$ $\text{<img src=x onerror=alert(1)>}\frac{x}{y}$`;
    const place = show(
      <p>
        <TexText text={text} />
      </p>,
    );
    await expect.poll(() => place.querySelectorAll('math').length).toBeGreaterThan(0);
    expect(place.querySelectorAll('img, a, script, [href], [src], [style]')).toHaveLength(0);
  });
});
