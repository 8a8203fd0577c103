import type { JSX } from 'preact';
import { agoText } from '../../../lib/text/agoText';
import { machineText } from '../../../lib/text/conflictText';
import { countText, numberText, sizeText, text, timeText } from '../../../lib/text/text';
import type { SyncMachine } from '../../../lib/views/syncing/look';

export interface MachinesTableProps {
  machines: readonly SyncMachine[];
  now: Date;
  onForget: (machine: SyncMachine) => void;
}

/** Where the folder cannot be reached, nobody knows. */
const UNKNOWN = '–';

/** The machines that write to the folder, this one among them. */
export function MachinesTable({ machines, now, onForget }: MachinesTableProps): JSX.Element {
  return (
    <table class="copies machines">
      <caption class="visually-hidden">{text('syncMachines')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('syncMachine')}</th>
          <th scope="col">{text('syncLastSeen')}</th>
          <th scope="col" class="copies-number">
            {text('syncFiles')}
          </th>
          <th scope="col" class="copies-number">
            {text('syncSize')}
          </th>
          <th scope="col">
            <span class="visually-hidden">{text('syncWays')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {machines.map((machine) => (
          <tr key={machine.id}>
            <th scope="row">
              {machineText(machine.name)}{' '}
              {machine.isThis && <span class="copies-mark">{text('syncThis')}</span>}
            </th>
            <td>
              {machine.lastSeen === null ? (
                text('syncNoSign')
              ) : (
                <time dateTime={machine.lastSeen} title={timeText(machine.lastSeen)}>
                  {agoText(machine.lastSeen, now)}
                </time>
              )}
            </td>
            <td class="copies-number">
              <span class="machines-wide">
                {machine.files === null ? UNKNOWN : numberText(machine.files)}
              </span>
              {machine.files !== null && (
                <span class="machines-narrow">{countText('syncFileCount', machine.files)}</span>
              )}
            </td>
            <td class="copies-number">
              {machine.bytes === null ? (
                <span class="machines-wide">{UNKNOWN}</span>
              ) : (
                sizeText(machine.bytes)
              )}
            </td>
            <td class="copies-ways">
              {!machine.isThis && (
                <button
                  type="button"
                  class="button button-quiet"
                  aria-label={text('syncForgetThis', machineText(machine.name))}
                  onClick={() => onForget(machine)}
                >
                  {text('syncForget')}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
