/** The files of a package as the server sends it: a zip, unpacked by what every browser has. */
import type { PackageFiles } from '../../engine/core/package/files.ts'

const DIRECTORY = 0x02014b50
const END = 0x06054b50

/** The server packed it and checked it; what is not read here is refused by the check that follows. */
export async function unzip(zip: Uint8Array): Promise<PackageFiles> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = endOf(view)
  const files = new Map<string, Uint8Array>()
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0 && view.getUint32(at, true) === DIRECTORY; left--) {
    const [method, packed] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true)]
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const path = new TextDecoder().decode(zip.subarray(at + 46, at + 46 + (name ?? 0)))
    const content = contentAt(zip, view, view.getUint32(at + 42, true), packed)
    if (!path.endsWith('/')) files.set(path, method === 0 ? content : await inflated(content))
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return files
}

function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at--) if (view.getUint32(at, true) === END) return at
  throw new Error('Expected a zip, but found no end of its directory')
}

function contentAt(zip: Uint8Array, view: DataView, header: number, packed: number): Uint8Array<ArrayBuffer> {
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
  return new Uint8Array(zip.subarray(start, start + packed))
}

async function inflated(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
