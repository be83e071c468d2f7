/** Parts of the pack that arrive after the first picture, each on its own: one that fails leaves the rest alone. */
export type LatePart = 'chains' | 'water';

export class LateParts {
  /** null = not yet, or not at all. */
  chains: unknown = $state.raw(null);
  water: unknown = $state.raw(null);
  /** What went wrong, with the address; null = nothing so far. */
  failed: Record<LatePart, string | null> = $state({ chains: null, water: null });

  /**
   * @param address where a part is served
   * @param check throws where a part cannot be read
   */
  constructor(
    private readonly address: (part: LatePart) => string,
    private readonly check: (part: LatePart, value: unknown) => void
  ) {}

  async load(part: LatePart): Promise<void> {
    const where = this.address(part);
    try {
      const response = await fetch(where);
      if (!response.ok) throw new Error(`${response.status}`);
      const value: unknown = await response.json();
      this.check(part, value);
      this[part] = value;
      this.failed[part] = null;
    } catch (error) {
      this.failed[part] = `${where} (${error instanceof Error ? error.message : String(error)})`;
    }
  }
}
