/** From a stored row to what the port promises: optional properties are absent, never null. */

/** What a SELECT gives for T. */
export type Stored<T> = {
  readonly [K in keyof T]-?: object extends Pick<T, K> ? Exclude<T[K], undefined> | null : T[K]
}

export function present<T extends object>(row: Stored<T>): T {
  const found: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(row)) if (value !== null) found[name] = value
  return found as T
}
