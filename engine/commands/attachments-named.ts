/**
 * Answers that name files. A digest alone proves nothing: the file must be one that the person who answers has given, or
 * one that the application has already and they may read; and what the answer says of it must be what it is. Then it is a document of the application.
 */
import type { Actor } from '../core/actor.ts'
import { filesNamed, type NamedFile } from '../core/attachment-field.ts'
import type { DocumentRow } from '../core/document.ts'
import { mistake } from '../core/finding.ts'
import type { AgencyId, InstanceId } from '../core/ids.ts'
import type { JsonObject } from '../core/json.ts'
import type { Form } from '../core/package/form.ts'
import { invalid, type Finding, type Problem } from '../core/problem.ts'
import type { Change } from '../core/change.ts'
import type { EngineDeps } from '../deps.ts'

export interface Answered {
  readonly form: Form | undefined
  readonly answers: JsonObject
  readonly agency: AgencyId
  /** Task that was answered, or "start". */
  readonly source: string
  /** The application, where it has begun; whether the person may read all its documents. */
  readonly instance?: { readonly id: InstanceId; readonly isReadable: boolean }
}

type Found =
  | { readonly kind: 'attach'; readonly change: Change }
  | { readonly kind: 'there' }
  | { readonly kind: 'fault'; readonly finding: Finding }

/** What makes them documents of the application, to be written with the answers. Trusted code of the engine itself is not asked. */
export async function attachmentsNamed(
  deps: EngineDeps,
  actor: Actor,
  answered: Answered,
): Promise<readonly Change[] | Problem> {
  if (answered.form === undefined || actor.kind !== 'user') return []
  const named = filesNamed(answered.form.schema, answered.answers)
  const found = await Promise.all(named.map((one) => look(deps, actor, answered, one)))
  const findings = found.flatMap((one) => (one.kind === 'fault' ? [one.finding] : []))
  const [first] = findings
  if (first)
    return invalid(
      'answers.attachment',
      `Expected files you have given, but ${first.place}: ${first.message}`,
      findings,
    )
  return found.flatMap((one) => (one.kind === 'attach' ? [one.change] : []))
}

async function look(
  deps: EngineDeps,
  actor: Extract<Actor, { kind: 'user' }>,
  { agency, source, instance }: Answered,
  named: NamedFile,
): Promise<Found> {
  const own = await deps.store.attachments.get(actor.id, named.digest)
  if (own) {
    if (!isTrue(named, own)) return untrue(named)
    const { owner, givenAt, ...rest } = own
    const id = instance?.id ?? ('' as InstanceId)
    const document = { ...rest, agency, instance: id, source, givenBy: owner, createdAt: givenAt }
    return { kind: 'attach', change: { kind: 'attachDocument', document } }
  }
  const there = instance && (await deps.store.documents.get(instance.id, named.digest))
  const isKnown = there !== undefined && (instance?.isReadable === true || there.givenBy === actor.id)
  if (!isKnown) return fault(named, NOBODYS)
  return isTrue(named, there) ? { kind: 'there' } : untrue(named)
}

const isTrue = ({ said }: NamedFile, file: Pick<DocumentRow, 'name' | 'size' | 'mediaType'>): boolean =>
  (['name', 'size', 'mediaType'] as const).every((key) => said[key] === undefined || said[key] === file[key])

const NOBODYS = {
  en: 'Expected the digest of a file you have given, but there is none of yours by it',
  ar: 'المتوقع بصمة ملف قدّمته أنت، لكن لا ملف لك بهذه البصمة',
}

const untrue = (named: NamedFile): Found =>
  fault(named, {
    en: 'Expected name, size and media type of the file as they were answered when it was given, but they differ',
    ar: 'المتوقع اسم الملف وحجمه ونوعه كما وردت عند تقديمه، لكنها مختلفة',
  })

const fault = ({ place }: NamedFile, message: { readonly en: string; readonly ar: string }): Found => ({
  kind: 'fault',
  finding: mistake('answers/attachment', { place }, message, { en: 'Choose the file again', ar: 'اختر الملف من جديد' }),
})
