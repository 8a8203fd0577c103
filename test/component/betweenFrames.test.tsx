import { options, render } from 'preact';
import { describe, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PasteForm } from '../../components/options/PasteForm';
import { A, libraryStage, open as openLibrary, stored } from './libraryStage';
import { open as openPopup, popupStage } from './popupStage';

// Keys and clicks come faster than frames on a busy machine: each acts on what the one before it did.

/** From now on no frame comes: nothing happens that waits for one to be painted. */
function stopFrames(): void {
  options.requestAnimationFrame = () => {};
  onTestFinished(() => {
    delete options.requestAnimationFrame;
  });
}

describe('in the library', () => {
  const stage = libraryStage();

  test('Escape takes back the selection, and the next one the search', async () => {
    await openLibrary(stage);
    await userEvent.keyboard('/a{Enter}');
    await expect.poll(() => stage.view.state().results.searching).toBe(false);
    stopFrames();
    await userEvent.keyboard('jx');
    expect(stage.view.state().selected).toBe(1);
    await userEvent.keyboard('{Escape}');
    expect(stage.view.state().selected).toBe(0);
    await userEvent.keyboard('{Escape}{Escape}'); // the paper beside the list comes first
    expect(stage.view.address().query).toBe('');
  });

  test('in a narrow window Escape closes the left column that has just been opened', async () => {
    await page.viewport(360, 700);
    await openLibrary(stage);
    const filters = page.getByRole('button', { name: 'Filters' });
    await expect.element(filters).toBeVisible();
    stopFrames();
    await filters.click();
    await userEvent.keyboard('{Escape}');
    await expect.element(filters).toHaveFocus();
  });

  test('Ctrl+Z in a field takes back what was done just before it', async () => {
    await openLibrary(stage);
    await userEvent.keyboard('/alp{Enter}');
    await userEvent.keyboard('{Control>}a{/Control}');
    const status = page.getByRole('combobox', { name: 'Status…' });
    await expect.element(status).toBeVisible();
    stopFrames();
    await status.selectOptions('Read');
    await expect.poll(() => stored(stage, A)?.status).toBe('read');
    await expect.element(page.getByRole('button', { name: 'Undo' })).toBeInTheDocument();
    page.getByRole('combobox', { name: 'Search' }).element().focus();
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(() => stored(stage, A)?.status).toBe(null);
  });
});

describe('in the popup', () => {
  const stage = popupStage();

  test('Escape closes the list of keys that has just been opened, and nothing else', async () => {
    await openPopup(stage);
    await userEvent.keyboard('{ArrowDown}');
    stopFrames();
    await userEvent.keyboard('?{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(stage.onClose).not.toHaveBeenCalled();
  });

  test('a click beside the menu of a copy closes it', async () => {
    await openPopup(stage);
    await page.getByRole('button', { name: 'Copy “Beta”' }).click();
    await expect.element(page.getByRole('menu')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
    stopFrames();
    await page.getByRole('button', { name: 'Copy “Beta”' }).click();
    await page.getByRole('searchbox').click();
    await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
  });
});

test('in the settings what is typed next goes into the field for pasted text', () => {
  stopFrames();
  const place = document.body.appendChild(document.createElement('div'));
  onTestFinished(() => {
    render(null, place);
    place.remove();
  });
  render(<PasteForm onText={() => {}} onCancel={() => {}} />, place);
  expect(document.activeElement?.localName).toBe('textarea');
});
