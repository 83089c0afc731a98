// A key that acts without Ctrl or Alt must be possible to switch off (WCAG 2.1.4): some speak their keys, some slip.

const KEY = 'slash-key';

export function isSlashOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

export function chooseSlash(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
  } catch {
    // Storage may be forbidden; the key then stays on.
  }
}
