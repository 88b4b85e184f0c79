import { CheckIcon, Menu, MoonIcon, SunIcon, T, ThemeIcon, useWords } from '@crosscity/platform/web';
import { useState } from 'react';
import { keepTheme, type Theme } from '../choices';

const icons = { system: ThemeIcon, light: SunIcon, dark: MoonIcon };
const themes: Theme[] = ['system', 'light', 'dark'];

export function ThemeSwitch() {
  const words = useWords();
  const [chosen, setChosen] = useState<Theme | undefined>();
  const items = themes.map((theme) => {
    const Icon = icons[theme];
    return {
      key: theme,
      icon: chosen === theme ? <CheckIcon /> : <Icon />,
      label: <T id={`shell.theme.${theme}`} />,
      onSelect: () => {
        keepTheme(theme);
        setChosen(theme);
      },
    };
  });
  return <Menu label={words('shell.theme')} button={<ThemeIcon />} items={items} />;
}
