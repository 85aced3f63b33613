/** The name of a deployed version that nobody can give to another content: sha-256 over its files. */
import type { Digest } from '../ids.ts'
import type { PackageFiles } from './files.ts'

/**
 * Over the files in the order of their names: length of the name, name, length of the content, content, lengths as
 * eight bytes big-endian. How the package was zipped does not show.
 */
export async function digestOf(files: PackageFiles): Promise<Digest> {
  const parts: Uint8Array[] = []
  const encoder = new TextEncoder()
  for (const path of [...files.keys()].sort()) {
    const name = encoder.encode(path)
    const content = files.get(path) ?? new Uint8Array()
    parts.push(lengthOf(name), name, lengthOf(content), content)
  }
  const hash = await crypto.subtle.digest('SHA-256', joined(parts))
  return Array.from(new Uint8Array(hash), (it) => it.toString(16).padStart(2, '0')).join('') as Digest
}

function lengthOf(bytes: Uint8Array): Uint8Array {
  const length = new Uint8Array(8)
  new DataView(length.buffer).setBigUint64(0, BigInt(bytes.length))
  return length
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, it) => sum + it.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
