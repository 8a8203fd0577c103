import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ChoiceGroup } from '../../components/options/ChoiceGroup';
import { earlySetting } from '../../lib/settings/early';
import { DENSITIES, THEMES } from '../../lib/settings/settings';
import { type TextKey, text } from '../../lib/text/text';
import { showAppearance } from '../../lib/views/appearance';

const THEME_TEXTS: Record<(typeof THEMES)[number], TextKey> = {
  system: 'themeSystem',
  light: 'themeLight',
  dark: 'themeDark',
};
const DENSITY_TEXTS: Record<(typeof DENSITIES)[number], TextKey> = {
  comfortable: 'densityComfortable',
  compact: 'densityCompact',
};

/** How our own pages look; what is on cards looks as its page does. */
export function AppearancePanel(): JSX.Element {
  const themes = earlySetting('theme', localStorage);
  const densities = earlySetting('density', localStorage);
  const [theme, setTheme] = useState(() => themes.read());
  const [density, setDensity] = useState(() => densities.read());
  const show = (): void => showAppearance({ document, storage: localStorage });
  return (
    <>
      <p class="about">{text('appearanceAbout')}</p>
      <ChoiceGroup
        label={text('themeLabel')}
        value={theme}
        options={THEMES.map((one) => [one, text(THEME_TEXTS[one])] as const)}
        onPick={(picked) => {
          themes.write(picked);
          setTheme(picked);
          show();
        }}
      />
      <ChoiceGroup
        label={text('densityLabel')}
        value={density}
        options={DENSITIES.map((one) => [one, text(DENSITY_TEXTS[one])] as const)}
        onPick={(picked) => {
          densities.write(picked);
          setDensity(picked);
          show();
        }}
      />
    </>
  );
}
