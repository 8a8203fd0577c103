import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { ExportFormatId } from '../../lib/formats/exportFormats';
import { text } from '../../lib/text/text';
import { FORMAT_TEXTS } from './formats';

export interface FormatPickerProps {
  formats: readonly ExportFormatId[];
  format: ExportFormatId;
  disabled: boolean;
  onPick: (format: ExportFormatId) => void;
}

/** All formats, each with whom it is for; below, what the chosen one keeps. */
export function FormatPicker({
  formats,
  format,
  disabled,
  onPick,
}: FormatPickerProps): JSX.Element {
  const id = useId();
  return (
    <fieldset class="formats" disabled={disabled} aria-describedby={`${id}-keeps`}>
      <legend>{text('exportFormat')}</legend>
      <div class="format-list">
        {formats.map((one) => {
          const { name, purpose } = FORMAT_TEXTS[one];
          return (
            <label key={one} class="format">
              <input
                type="radio"
                name={id}
                value={one}
                checked={one === format}
                aria-describedby={`${id}-${one}`}
                onChange={() => onPick(one)}
              />
              <span class="format-name">{text(name)}</span>
              <span class="format-for" id={`${id}-${one}`}>
                {text(purpose)}
              </span>
            </label>
          );
        })}
      </div>
      <p class="format-keeps" id={`${id}-keeps`} role="status">
        {text(FORMAT_TEXTS[format].keeps)}
      </p>
    </fieldset>
  );
}
