/** Files people give: taken in a piece at a time, looked at, kept under their owner's name until an answer names them. */
import type { Actor } from '../core/actor.ts'
import {
  ATTACHMENT_RULES,
  type Attachment,
  type AttachmentRules,
  narrowed,
  type WantedFile,
} from '../core/attachment.ts'
import { fileName } from '../core/file/file-name.ts'
import type { Digest } from '../core/ids.ts'
import { forbidden, invalid, isProblem, limited, notFound, ProblemError, type Problem } from '../core/problem.ts'
import type { EngineDeps } from '../deps.ts'
import { infected } from '../core/attachment-faults.ts'
import { takeIn } from './take-in.ts'

export interface GivenFile {
  /** As the sender calls it. */
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
  readonly wanted?: WantedFile
}

/** An attachment to be read. */
export interface ReadableAttachment {
  readonly attachment: Attachment
  readonly read: () => AsyncIterable<Uint8Array>
}

const DAY = 86_400_000
const HALF_HOUR = 1_800_000

export const rulesOf = (deps: EngineDeps): AttachmentRules => deps.attachments ?? ATTACHMENT_RULES

export async function giveAttachment(deps: EngineDeps, actor: Actor, file: GivenFile): Promise<Attachment | Problem> {
  const owner = personOf(actor)
  if (isProblem(owner)) return owner
  const rules = rulesOf(deps)
  const full = await quota(deps, owner.id, rules)
  if (full) return full
  const scan = await deps.scanner?.begin()
  const receiving = await deps.store.attachments.receive(deps.clock.now())
  try {
    const taken = await takeIn(file.bytes, narrowed(rules, file.wanted), async ({ came, stays }) => {
      await Promise.all([stays.length > 0 && receiving.add(stays), came.length > 0 && scan?.add(came)])
    })
    const verdict = isProblem(taken) ? undefined : await scan?.verdict()
    const refused = isProblem(taken) ? taken : verdict?.kind === 'infected' ? infected(verdict.name) : undefined
    if (refused !== undefined || isProblem(taken)) {
      scan?.stop()
      await receiving.drop()
      return refused ?? (taken as Problem)
    }
    const { mediaType } = taken
    const name = fileName(file.name, mediaType)
    return await receiving.keep({ ...taken, owner: owner.id, name, givenAt: deps.clock.now() })
  } catch (error) {
    scan?.stop()
    await receiving.drop()
    if (error instanceof ProblemError) return error.problem
    throw error
  }
}

async function quota(
  deps: EngineDeps,
  owner: Attachment['owner'],
  rules: AttachmentRules,
): Promise<Problem | undefined> {
  const given = await deps.store.attachments.given(owner, deps.clock.now() - DAY)
  if (given.files < rules.perDay.files && given.bytes < rules.perDay.bytes) return undefined
  return limited(
    'attachment.limit',
    `Expected at most ${rules.perDay.files} files and ${rules.perDay.bytes} bytes of one person within 24 hours, but you have given ${given.files} files of ${given.bytes} bytes; go on tomorrow`,
  )
}

/** Of a company's, those see them who act for it in everything: nothing says yet for which service a file was given. */
export async function listAttachments(deps: EngineDeps, actor: Actor): Promise<readonly Attachment[]> {
  return actor.kind === 'user' && actor.acting?.services === undefined ? deps.store.attachments.list(actor.id) : []
}

/** Only its owner sees an attachment; who else may read it, reads it as a document of the application that names it. */
export async function getAttachment(
  deps: EngineDeps,
  actor: Actor,
  digest: string,
): Promise<ReadableAttachment | Problem> {
  const attachment = actor.kind === 'user' ? await deps.store.attachments.get(actor.id, digest as Digest) : undefined
  if (attachment === undefined) return noSuchAttachment
  return { attachment, read: () => deps.store.documents.read(attachment.digest) }
}

/** What an application has taken as a document stays with it. */
export async function removeAttachment(deps: EngineDeps, actor: Actor, digest: string): Promise<true | Problem> {
  const owner = personOf(actor)
  if (isProblem(owner)) return owner
  return (await deps.store.attachments.remove(owner.id, digest as Digest)) || noSuchAttachment
}

const FORGOTTEN_AT_ONCE = 20

/** The worker's duty: what nobody named in an answer, and what broke off on its way. */
export function attachmentDuty(deps: EngineDeps): (now: number) => Promise<number> {
  return (now) =>
    deps.store.attachments.forget(
      { given: now - rulesOf(deps).keepDays * DAY, begun: now - HALF_HOUR },
      FORGOTTEN_AT_ONCE,
    )
}

const noSuchAttachment: Problem = notFound(
  'attachment.not-found',
  'Expected a file you have given, but there is none of yours by this digest: it was removed or forgotten, or is somebody else’s',
)

const personOf = (actor: Actor): Extract<Actor, { kind: 'user' }> | Problem =>
  actor.kind === 'user'
    ? actor
    : forbidden('attachment.person', 'Expected a person to give a file, but found a machine')

export const noFile = invalid('attachment.none', 'Expected at least one file in the form, but found none')
