/** Signing for a draft: lawyer, treasurer or whoever the package names, each for exactly what is written now. */
import type { DraftFiles } from '../../core/package/file-changes.ts'
import type { Actor } from '../../core/actor.ts'
import type { Digest, UserId } from '../../core/ids.ts'
import type { PackageDraft } from '../../core/package-draft.ts'
import type { SignOff, SignOffRole } from '../../core/publication.ts'
import { conflict, forbidden, invalid, isProblem, type Problem } from '../../core/problem.ts'
import type { EngineDeps } from '../../deps.ts'
import { changedBefore, findDraft, nameOf } from '../package-drafts/draft.ts'
import { signedDigest } from './content.ts'
import { overtaken, type ReadVersion } from './in-force.ts'
import { signersOf } from './signers.ts'
import { writersOf } from './writers.ts'

const LONGEST_REMARK = 2000

export interface Signature extends SignOffRole {
  /** Absent: nobody has signed this content for it. */
  readonly signed?: { readonly by: UserId; readonly byName: string; readonly at: number; readonly remark?: string }
  /** Another content was signed, or in place of another version, which counts no more. */
  readonly lapsed: boolean
}

/** Why somebody cannot sign for a role: not of its group, it is their own work, or they signed this content for another role. */
export type Hindrance = 'group' | 'own-change' | 'other-role'

/** How it stands with each role that must sign. */
export async function signaturesOn(
  deps: EngineDeps,
  draft: PackageDraft,
  files: DraftFiles,
): Promise<readonly Signature[]> {
  const roles = await signersOf(deps, draft, files)
  if (roles.length === 0) return []
  const [digest, given] = await Promise.all([digestNow(deps, draft, files), deps.store.publications.signOffs(draft.id)])
  return Promise.all(
    roles.map(async (role): Promise<Signature> => {
      const all = given.filter((it) => it.role === role.role)
      const valid = all.find((it) => it.digest === digest)
      return { ...role, lapsed: !valid && all.length > 0, ...(valid && { signed: await shown(deps, valid) }) }
    }),
  )
}

const digestNow = async ({ store }: EngineDeps, { packageId }: PackageDraft, files: DraftFiles): Promise<Digest> =>
  signedDigest(files, (await store.deployments.latest(packageId))?.digest)

async function shown(deps: EngineDeps, { by, at, remark }: SignOff): Promise<NonNullable<Signature['signed']>> {
  return { by, byName: await nameOf(deps, by), at, ...(remark !== undefined && { remark }) }
}

export interface SigningRequest {
  /** The revision that was read. */
  readonly rev: number
  /** The version in force that it was held against; unsaid: whichever is. */
  readonly against?: ReadVersion
  readonly role: string
  readonly remark?: string
}

export async function signPackageDraft(
  deps: EngineDeps,
  actor: Actor,
  id: string,
  { rev, against, role, remark }: SigningRequest,
): Promise<readonly Signature[] | Problem> {
  const found = await findDraft(deps, actor, id)
  if (isProblem(found)) return found
  const { draft, author } = found
  if (draft.rev !== rev) return changedBefore(deps, draft, rev)
  if (remark !== undefined && remark.length > LONGEST_REMARK)
    return invalid('sign-off.remark', `Expected a remark of at most ${LONGEST_REMARK} characters`)
  const late = against === undefined ? undefined : await overtaken(deps, draft.packageId, against)
  if (late) return late
  const files = await deps.store.packageDrafts.files(draft.id, draft.rev)
  if (!(await signersOf(deps, draft, files)).some((it) => it.role === role)) return noSuchRole(role)
  const hindrance = hindranceOf(author, role, await writersOf(deps, draft), [])
  if (hindrance !== undefined) return hindered(hindrance, role)
  const signed = await deps.store.publications.sign({
    draft: draft.id,
    digest: await digestNow(deps, draft, files),
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

/** @param signed what stands under this content */
export function hindranceOf(
  { id, groups }: Pick<Extract<Actor, { kind: 'user' }>, 'id' | 'groups'>,
  role: string,
  writers: ReadonlySet<UserId>,
  signed: readonly Signature[],
): Hindrance | undefined {
  if (!groups.includes(role)) return 'group'
  if (writers.has(id)) return 'own-change'
  return signed.some((it) => it.signed?.by === id) ? 'other-role' : undefined
}

const noSuchRole = (role: string): Problem =>
  invalid(
    'sign-off.role',
    `Expected a role under "signOff" of workflow.json, here or in the version in force, but "${role.slice(0, 64)}" is none`,
  )

function hindered(hindrance: Hindrance, role: string): Problem {
  if (hindrance === 'group')
    return forbidden('sign-off.group', `Expected somebody of the group ${role} to sign for it; ask them`)
  return forbidden(
    'sign-off.own-change',
    'Expected a second person: you changed this draft since the version in force, so somebody else of the group signs it',
  )
}
