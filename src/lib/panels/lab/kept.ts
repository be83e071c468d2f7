/** Scenarios kept in this browser under a name. What others wrote there, or a browser that keeps nothing, is an empty list. */
export interface Kept {
  readonly name: string;
  /** The scenario as a line of an address. */
  readonly text: string;
}

const KEY = 'atlas:scenarios';

export function readKept(): readonly Kept[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(list) ? list.filter((item): item is Kept => typeof item?.name === 'string' && typeof item?.text === 'string') : [];
  } catch {
    return [];
  }
}

/** @throws what the browser says where it keeps nothing */
export function writeKept(list: readonly Kept[]): void {
  localStorage.setItem(KEY, JSON.stringify(list));
}
