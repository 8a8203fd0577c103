import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ChoiceGroup } from '../../components/options/ChoiceGroup';
import { Outcome } from '../../components/options/Outcome';
import { earlySetting } from '../../lib/settings/early';
import { languageSetting } from '../../lib/settings/languageSetting';
import { CORNERS, DENSITIES, THEMES } from '../../lib/settings/settings';
import { failureText } from '../../lib/text/failureText';
import { languageName } from '../../lib/text/languageName';
import { LANGUAGES, type LanguageChoice } from '../../lib/text/languages';
import { type TextKey, text } from '../../lib/text/text';
import { showAppearance } from '../../lib/views/appearance';
import { useLateSetting } from './useLateSetting';

const THEME_TEXTS: Record<(typeof THEMES)[number], TextKey> = {
  system: 'themeSystem',
  light: 'themeLight',
  dark: 'themeDark',
};
const DENSITY_TEXTS: Record<(typeof DENSITIES)[number], TextKey> = {
  comfortable: 'densityComfortable',
  compact: 'densityCompact',
};

const CORNER_TEXTS: Record<(typeof CORNERS)[number], TextKey> = {
  left: 'cornerLeft',
  right: 'cornerRight',
};
const CHOICES: readonly LanguageChoice[] = ['browser', ...LANGUAGES];

/**
 * How our own pages look, where what is on cards looks as its page does; where on a card our controls stand; and the
 * language of both.
 */
export function AppearancePanel({ onLanguage }: { onLanguage: () => void }): JSX.Element {
  const themes = earlySetting('theme', localStorage);
  const densities = earlySetting('density', localStorage);
  const corner = useLateSetting('corner');
  const [theme, setTheme] = useState(() => themes.read());
  const [density, setDensity] = useState(() => densities.read());
  const languages = languageSetting(localStorage);
  const [language, setLanguage] = useState(() => languages.read());
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
      {corner.value !== null && (
        <ChoiceGroup
          label={text('cornerLabel')}
          hint={text('cornerHint')}
          value={corner.value}
          options={CORNERS.map((one) => [one, text(CORNER_TEXTS[one])] as const)}
          onPick={corner.set}
        />
      )}
      <Outcome said={corner.failed ? failureText('full') : null} isError />
      <ChoiceGroup
        label={text('languageLabel')}
        value={language}
        options={CHOICES.map((one) => [one, languageName(one), langOf(one)] as const)}
        onPick={(picked) => {
          languages.write(picked);
          setLanguage(picked);
          onLanguage();
        }}
      />
      <p class="about">{text('languageAbout')}</p>
    </>
  );
}

/** The language of a language's own name. */
function langOf(choice: LanguageChoice): string | undefined {
  return choice === 'browser' ? undefined : choice;
}
