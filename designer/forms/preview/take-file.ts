/** A file chosen in the preview: looked at as the server would look at it, told in the words of the question where it is not taken, and kept nowhere. */
import { ATTACHMENT_RULES, narrowed } from '../../../engine/core/attachment.ts'
import { faultOf, tooLargeFile } from '../../../engine/core/attachment-faults.ts'
import { fileName } from '../../../engine/core/file/file-name.ts'
import { inspector } from '../../../engine/core/file/inspect.ts'
import type { Problem } from '../../../engine/core/problem.ts'
import type { Fault } from '../../../forms/fault.ts'
import { fileFault, fileLimits } from '../../../forms/file-limits.ts'
import type { CompiledForm, KnownFile } from '../../../forms/form.ts'
import type { Place } from '../../../forms/place.ts'

export type Taken =
  | { readonly kind: 'taken'; readonly place: Place; readonly attachment: KnownFile }
  | { readonly kind: 'refused'; readonly fault: Fault }

export async function takeFile(form: CompiledForm, place: Place, file: File): Promise<Taken> {
  const limits = fileLimits(form, place)
  const { maxBytes, mediaTypes } = narrowed(ATTACHMENT_RULES, limits)
  const refused = (problem: Problem): Taken => ({
    kind: 'refused',
    fault: fileFault(place, problem, limits, maxBytes),
  })
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

async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...hash].map((it) => it.toString(16).padStart(2, '0')).join('')
}
