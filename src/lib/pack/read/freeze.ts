/** Freezes a value and all it holds; typed arrays cannot be frozen and are left as they are. */
export function freeze<T>(value: T): T {
  // A list of what is left instead of recursion: a file may be nested deeper than the stack.
  const left: unknown[] = [value];
  for (let next = left.pop(); left.length > 0 || next !== undefined; next = left.pop()) {
    if (typeof next !== 'object' || next === null || ArrayBuffer.isView(next) || Object.isFrozen(next)) continue;
    for (const inner of Object.values(Object.freeze(next))) if (typeof inner === 'object' && inner !== null) left.push(inner);
  }
  return value;
}
