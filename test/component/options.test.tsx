import axe from 'axe-core';
import { render } from 'preact';
import { beforeAll, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import '../../components/options/tables.css';
import { DropArea } from '../../components/options/DropArea';
import { HistoryForm } from '../../components/options/HistoryForm';
import { Outcome } from '../../components/options/Outcome';
import { ProblemTable } from '../../components/options/ProblemTable';
import { Progress } from '../../components/options/Progress';
import { Section } from '../../components/options/Section';
import { takeEnglishTexts } from './englishTexts';
import { show } from './optionsStage';

beforeAll(takeEnglishTexts);

const POLICY = { maxAgeDays: 365, maxPapers: 20_000 };

test('what is dropped is taken, and the browser does not open it', () => {
  const onDrop = vi.fn<(dropped: DataTransfer) => void>();
  const place = show(<DropArea onFiles={() => {}} onDrop={onDrop} onText={() => {}} />);
  const file = new File(['{}'], 'library.json');
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
  place.querySelector('.drop-area')?.dispatchEvent(drop);
  expect(onDrop).toHaveBeenCalledOnce();
  expect(onDrop.mock.calls[0]?.[0].files[0]?.name).toBe('library.json');
  expect(drop.defaultPrevented).toBe(true); // the browser would open the file in place of the page
});

test('the history is cleared only after the question is answered', async () => {
  const onClear = vi.fn();
  show(<HistoryForm policy={POLICY} onSave={() => {}} onClear={onClear} />);
  const ask = page.getByRole('button', { name: 'Clear history…' });
  await ask.click();
  expect(onClear).not.toHaveBeenCalled();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect.element(ask).toHaveFocus();
  expect(onClear).not.toHaveBeenCalled();
  await ask.click();
  await page.getByRole('button', { name: 'Clear history', exact: true }).click();
  expect(onClear).toHaveBeenCalledOnce();
  await expect.element(ask).toHaveFocus();
});

test('a policy is saved when it is one, and not when a number is missing or too small', async () => {
  const onSave = vi.fn();
  show(<HistoryForm policy={POLICY} onSave={onSave} onClear={() => {}} />);
  const days = page.getByLabelText('Days to keep a paper after you last saw it');
  const save = page.getByRole('button', { name: 'Save' });
  for (const wrong of ['', '0', '1.5']) {
    await days.fill(wrong);
    await save.click();
  }
  expect(onSave).not.toHaveBeenCalled();
  await days.fill('90');
  await save.click();
  expect(onSave).toHaveBeenCalledExactlyOnceWith({ maxAgeDays: 90, maxPapers: 20_000 });
});

test('an outcome is said as a status, an error as an alert, by regions that were there before', async () => {
  const place = show(<Outcome said={null} />);
  const [status, alert] = ['[role=status]', '[role=alert]'].map((role) =>
    place.querySelector(role),
  );
  render(<Outcome said="Done." />, place);
  expect(status?.textContent).toBe('Done.');
  render(<Outcome said="Not done." isError />, place);
  expect([status?.textContent, alert?.textContent]).toEqual(['', 'Not done.']);
});

test('what a file says is shown as text, whatever it is', () => {
  const name = '<img src=x onerror=alert(1)>';
  const place = show(<ProblemTable lines={[{ row: '1', name, reason: 'bad' }]} count={3} />);
  expect(place.querySelector('img')).toBe(null);
  expect(place.textContent).toContain(name);
  expect(place.textContent).toContain('and 2 more');
});

test('of very many rows with a problem the first are shown, and the list that is copied has all that are known', async () => {
  const lines = Array.from({ length: 250 }, (_, n) => ({
    row: `${n + 1}`,
    name: `Post ${n + 1}`,
    address: `https://example.org/${n + 1}`,
    reason: 'no paper',
  }));
  let copied = '';
  const onCopy = async (list: string): Promise<void> => {
    copied = list;
  };
  const place = show(<ProblemTable lines={lines} count={260} onCopy={onCopy} />);
  expect(place.querySelectorAll('tbody tr')).toHaveLength(200);
  expect(place.textContent).toContain('and 60 more');
  await page.getByRole('button', { name: 'Copy the whole list' }).click();
  expect(copied.split('\n')).toHaveLength(1 + 250 + 1);
  expect(copied).toContain('250\tPost 250 https://example.org/250\tno paper');
  expect(copied).toMatch(/and 10 more$/);
});

test.each(['light', 'dark'])(
  'every part passes an accessibility audit in the %s theme',
  async (scheme) => {
    document.documentElement.style.colorScheme = scheme;
    const place = show(
      <>
        <h1>Asterism</h1>
        <Section id="library" heading="Library">
          <DropArea onFiles={() => {}} onDrop={() => {}} onText={() => {}} />
          <Progress label="Reading" done={1} total={3} onCancel={() => {}} />
          <ProblemTable lines={[{ row: '1', name: 'A', reason: 'bad' }]} count={1} />
          <Outcome said="Done." />
          <Outcome said="Not done." isError />
        </Section>
        <Section id="history" heading="History">
          <HistoryForm policy={POLICY} onSave={() => {}} onClear={() => {}} />
        </Section>
      </>,
    );
    await page.getByRole('button', { name: 'Clear history…' }).click();
    const { violations } = await axe.run(place);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  },
);
