/**
 * A short number for a long random name (reference, idempotency key), by which the name is found in a small index.
 *
 * Different names may share a number, so whoever searches by it compares the name as well.
 */

/** FNV-1a over the UTF-16 units. @returns 0 to 2^31 - 1 */
export function fingerprint(...names: readonly string[]): number {
  let hash = 0x811c9dc5
  for (const name of names) {
    for (let index = 0; index < name.length; index++) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193)
    hash = Math.imul(hash ^ 0xffff, 0x01000193)
  }
  return (hash ^ (hash >>> 16)) & 0x7fffffff
}
