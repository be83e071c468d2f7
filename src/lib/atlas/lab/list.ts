/** The changes of a scenario one by one, each with what is left when it is taken back. */
import type { Changes } from './changes';

export type Change =
  | { readonly kind: 'weight'; readonly key: string; readonly value: number }
  | { readonly kind: 'value'; readonly region: string; readonly series: string; readonly factor: number }
  | { readonly kind: 'choice'; readonly of: 'scale' | 'mean' | 'cut' | 'base' | 'tiers'; readonly value: string };

export function listChanges(changes: Changes): readonly { readonly change: Change; readonly without: Changes }[] {
  const less = (record: Readonly<Record<string, number>>, key: string) => Object.fromEntries(Object.entries(record).filter(([k]) => k !== key));
  const choices = (['scale', 'mean', 'cut', 'base', 'tiers'] as const).flatMap((of): { change: Change; without: Changes }[] => {
    const value = changes[of];
    return value === null ? [] : [{ change: { kind: 'choice', of, value: Array.isArray(value) ? value.join(' / ') : String(value) }, without: { ...changes, [of]: null } }];
  });
  return [
    ...Object.entries(changes.weights).map(([key, value]) => ({ change: { kind: 'weight', key, value } as const, without: { ...changes, weights: less(changes.weights, key) } })),
    ...choices,
    ...Object.entries(changes.values).map(([key, factor]) => {
      const at = key.indexOf('.');
      return { change: { kind: 'value', region: key.slice(0, at), series: key.slice(at + 1), factor } as const, without: { ...changes, values: less(changes.values, key) } };
    })
  ];
}

/** A weight as the method has it is no change. */
export function withWeight(changes: Changes, own: number, key: string, value: number): Changes {
  const { [key]: _, ...rest } = changes.weights;
  return { ...changes, weights: value === own ? rest : { ...rest, [key]: value } };
}
