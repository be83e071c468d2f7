/**
 * Light or dark: the address first, then what was chosen here before, then the system. The same order
 * stands in static/theme.js, which runs before the first paint.
 */
export type ThemeChoice = 'auto' | 'light' | 'dark';

class ThemeState {
  /** The theme in force. */
  shown: 'light' | 'dark' = $state('light');
  #listener: ((choice: 'light' | 'dark') => void) | null = null;

  /** Reads what static/theme.js has set; call once in the browser. */
  start(): void {
    this.shown = document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light';
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', (e) => {
      const asked = new URLSearchParams(location.search).get('theme');
      if (asked !== 'light' && asked !== 'dark' && stored() === null) this.#apply(e.matches ? 'dark' : 'light');
    });
  }

  /** Follows the address after a navigation. */
  follow(asked: string | null): void {
    if (asked === 'light' || asked === 'dark') this.#apply(asked);
  }

  choose(choice: 'light' | 'dark'): void {
    try {
      localStorage.setItem('atlas-theme', choice);
    } catch {
      // Storage may be switched off; the choice then lasts as long as the address.
    }
    this.#apply(choice);
    this.#listener?.(choice);
  }

  /** Who writes the choice into the address; null = nobody. */
  set onchoose(listener: ((choice: 'light' | 'dark') => void) | null) {
    this.#listener = listener;
  }

  #apply(choice: 'light' | 'dark'): void {
    this.shown = choice;
    document.documentElement.dataset['theme'] = choice;
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem('atlas-theme');
  } catch {
    return null;
  }
}

export const theme = new ThemeState();
