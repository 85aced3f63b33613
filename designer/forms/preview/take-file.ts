/** A file chosen in the preview: looked at as the server would look at it, told in the words of the question where it is not taken, and kept nowhere. */
import { ATTACHMENT_RULES } from '../../../engine/core/attachment.ts'
import { faultOf, tooLargeFile } from '../../../engine/core/attachment-faults.ts'
import { fileName } from '../../../engine/core/file/file-name.ts'
import { inspector } from '../../../engine/core/file/inspect.ts'
import type { Problem } from '../../../engine/core/problem.ts'
import type { Fault } from '../../../forms/fault.ts'
import { type FileLimits, fileLimits } from '../../../forms/file-limits.ts'
import type { CompiledForm, KnownFile } from '../../../forms/form.ts'
import type { Place } from '../../../forms/place.ts'

export type Taken =
  | { readonly kind: 'taken'; readonly place: Place; readonly attachment: KnownFile }
  | { readonly kind: 'refused'; readonly fault: Fault }

export async function takeFile(form: CompiledForm, place: Place, file: File): Promise<Taken> {
  const limits = fileLimits(form, place)
  const maxBytes = Math.min(limits?.maxBytes ?? ATTACHMENT_RULES.maxBytes, ATTACHMENT_RULES.maxBytes)
  const wanted = limits?.mediaTypes ?? ATTACHMENT_RULES.mediaTypes
  const mediaTypes = ATTACHMENT_RULES.mediaTypes.filter((it) => wanted.includes(it))
  const refused = (problem: Problem): Taken => ({ kind: 'refused', fault: told(place, problem, limits, maxBytes) })
  if (file.size > maxBytes) return refused(tooLargeFile(maxBytes))
  const bytes = new Uint8Array(await file.arrayBuffer())
  const inspect = inspector(mediaTypes)
  const early = inspect.add(bytes)
  const found = early === undefined ? inspect.end() : ({ kind: 'fault', fault: early } as const)
  if (found.kind === 'fault') return refused(faultOf(found.fault, mediaTypes))
  const { mediaType } = found
  const name = fileName(file.name, mediaType)
  return { kind: 'taken', place, attachment: { digest: await digestOf(bytes), name, size: bytes.length, mediaType } }
}

/** As the server tells it: in words of files, where the question is why it was not taken. */
function told(place: Place, { code }: Problem, limits: FileLimits | undefined, maxBytes: number): Fault {
  if (limits?.mediaTypes && code === 'attachment.kind')
    return { place, code: 'fileKind', params: { allowedValues: limits.mediaTypes } }
  if (limits?.maxBytes !== undefined && code === 'attachment.too-large')
    return { place, code: 'fileSize', params: { limit: maxBytes } }
  return { place, code, params: {} }
}

async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...hash].map((it) => it.toString(16).padStart(2, '0')).join('')
}
