/** Signing for a draft: lawyer, treasurer or whoever the package names, each for exactly what is written now. */
import type { DraftFiles } from '../../core/package/file-changes.ts'
import type { Actor } from '../../core/actor.ts'
import type { UserId } from '../../core/ids.ts'
import type { PackageDraft } from '../../core/package-draft.ts'
import type { SignOff, SignOffRole } from '../../core/publication.ts'
import { conflict, forbidden, invalid, isProblem, type Problem } from '../../core/problem.ts'
import type { EngineDeps } from '../../deps.ts'
import { changedBefore, findDraft, nameOf } from '../package-drafts/draft.ts'
import { contentDigest } from './content.ts'
import { signersOf } from './signers.ts'

const LONGEST_REMARK = 2000

export interface Signature extends SignOffRole {
  /** Absent: nobody has signed this content for it. */
  readonly signed?: { readonly by: UserId; readonly byName: string; readonly at: number; readonly remark?: string }
  /** An earlier content was signed, which counts no more. */
  readonly lapsed: boolean
}

/** How it stands with each role that must sign. */
export async function signaturesOn(
  deps: EngineDeps,
  draft: PackageDraft,
  files: DraftFiles,
): Promise<readonly Signature[]> {
  const roles = await signersOf(deps, draft, files)
  if (roles.length === 0) return []
  const [digest, given] = await Promise.all([contentDigest(files), deps.store.publications.signOffs(draft.id)])
  return Promise.all(
    roles.map(async (role): Promise<Signature> => {
      const all = given.filter((it) => it.role === role.role)
      const valid = all.find((it) => it.digest === digest)
      return { ...role, lapsed: !valid && all.length > 0, ...(valid && { signed: await shown(deps, valid) }) }
    }),
  )
}

async function shown(deps: EngineDeps, { by, at, remark }: SignOff): Promise<NonNullable<Signature['signed']>> {
  return { by, byName: await nameOf(deps, by), at, ...(remark !== undefined && { remark }) }
}

export interface SigningRequest {
  /** The revision that was read. */
  readonly rev: number
  readonly role: string
  readonly remark?: string
}

export async function signPackageDraft(
  deps: EngineDeps,
  actor: Actor,
  id: string,
  { rev, role, remark }: SigningRequest,
): Promise<readonly Signature[] | Problem> {
  const found = await findDraft(deps, actor, id)
  if (isProblem(found)) return found
  const { draft, author } = found
  if (draft.rev !== rev) return changedBefore(deps, draft, rev)
  if (remark !== undefined && remark.length > LONGEST_REMARK)
    return invalid('sign-off.remark', `Expected a remark of at most ${LONGEST_REMARK} characters`)
  const files = await deps.store.packageDrafts.files(draft.id, draft.rev)
  const refused = against(draft, await signersOf(deps, draft, files), author, role)
  if (refused) return refused
  const signed = await deps.store.publications.sign({
    draft: draft.id,
    digest: await contentDigest(files),
    role,
    by: author.id,
    at: deps.clock.now(),
    ...(remark?.trim() && { remark: remark.trim() }),
  })
  if (!signed)
    return conflict(
      'sign-off.given',
      'Expected a role that nobody signed for, by somebody who signed for none; this content has that signature already',
    )
  return signaturesOn(deps, draft, files)
}

function against(
  draft: PackageDraft,
  roles: readonly SignOffRole[],
  author: Extract<Actor, { kind: 'user' }>,
  role: string,
): Problem | undefined {
  if (!roles.some((it) => it.role === role))
    return invalid(
      'sign-off.role',
      `Expected a role under "signOff" of workflow.json, here or in the version in force, but "${role.slice(0, 64)}" is none`,
    )
  if (!author.groups.includes(role))
    return forbidden('sign-off.group', `Expected somebody of the group ${role} to sign for it; ask them`)
  if (draft.changedBy === author.id)
    return forbidden(
      'sign-off.own-change',
      'Expected a second person: you made the last change of this draft, so somebody else of the group signs it',
    )
  return undefined
}
