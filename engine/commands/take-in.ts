/** A file on its way in: known by what is in it, measured, cleaned of what its sender would not want to give, named by its digest. */
import { createHash } from 'node:crypto'
import type { Attachment } from '../core/attachment.ts'
import { cleaner } from '../core/file/clean.ts'
import type { MediaType } from '../core/file/file-type.ts'
import { inspector } from '../core/file/inspect.ts'
import type { Digest } from '../core/ids.ts'
import type { Problem } from '../core/problem.ts'
import { faultOf, tooLargeFile } from '../core/attachment-faults.ts'

/** Pieces of this many bytes go to the store. */
const PIECE = 256 * 1024

export type Taken = Pick<Attachment, 'digest' | 'size' | 'mediaType' | 'warning'>

export interface Limits {
  readonly maxBytes: number
  readonly mediaTypes: readonly MediaType[]
}

/** A piece as it came, for the scanner, and what of it stays. */
export interface Piece {
  readonly came: Uint8Array
  readonly stays: Uint8Array
}

/**
 * A file that is refused is still read to its end, so that its sender hears why; one of more than twice the size is cut off.
 * @param keep never gets a byte beyond the limit
 */
export async function takeIn(
  bytes: AsyncIterable<Uint8Array>,
  { maxBytes, mediaTypes }: Limits,
  keep: (piece: Piece) => Promise<void>,
): Promise<Taken | Problem> {
  const inspect = inspector(mediaTypes)
  const cleaned = cleanedPieces(keep)
  let refused: Problem | undefined
  let size = 0
  for await (const piece of bytes) {
    size += piece.length
    if (size > maxBytes) refused ??= tooLargeFile(maxBytes)
    if (size > 2 * maxBytes) break
    const fault = refused ? undefined : inspect.add(piece)
    refused ??= fault && faultOf(fault, mediaTypes)
    if (!refused) await cleaned.add(piece)
  }
  if (refused) return refused
  const found = inspect.end()
  if (found.kind === 'fault') return faultOf(found.fault, mediaTypes)
  const end = await cleaned.end()
  if (end.fault) return faultOf(end.fault, mediaTypes)
  const { kind: _, ...rest } = found
  return { ...rest, ...end.taken }
}

/** Cleans what comes and hands it on in pieces of a size. */
function cleanedPieces(keep: (piece: Piece) => Promise<void>) {
  const clean = cleaner()
  const hash = createHash('sha256')
  let size = 0
  let came: Uint8Array[] = []
  let stays: Uint8Array[] = []
  let waits = 0
  const stay = (bytes: Uint8Array): void => {
    hash.update(bytes)
    size += bytes.length
    stays.push(bytes)
  }
  const flush = async (): Promise<void> => {
    if (waits > 0 || stays.length > 0) await keep({ came: Buffer.concat(came), stays: Buffer.concat(stays) })
    came = []
    stays = []
    waits = 0
  }
  return {
    async add(piece: Uint8Array): Promise<void> {
      came.push(piece)
      waits += piece.length
      stay(clean.add(piece))
      if (waits >= PIECE) await flush()
    },
    async end() {
      const { rest, fault } = clean.end()
      stay(rest)
      await flush()
      return { taken: { digest: hash.digest('hex') as Digest, size }, fault }
    },
  }
}
