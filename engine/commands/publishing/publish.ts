/**
 * Putting a draft in force, and going back. Versions are immutable: the draft becomes a higher one through the same gate
 * and checks as every deployment, and going back is a higher version with the content of an earlier one. What runs keeps
 * the version it began with. Who did it, when and from what is written with it, or nothing is.
 */
import type { Actor } from '../../core/actor.ts'
import { bytesOf, textsOf } from '../../core/package/draft-files.ts'
import { raised } from '../../core/package/difference/next-version.ts'
import { TITLE_PAGE } from '../../core/package/title-page.ts'
import { isAuthor } from '../../core/policy/authoring.ts'
import { mayActFor } from '../../core/policy/access.ts'
import { conflict, forbidden, invalid, isProblem, type Problem } from '../../core/problem.ts'
import type { Publication } from '../../core/publication.ts'
import type { EngineDeps } from '../../deps.ts'
import { deployFiles } from '../deploy.ts'
import { changePackageDraft } from '../package-drafts/change.ts'
import { changedBefore, findDraft } from '../package-drafts/draft.ts'
import { noSuchPackage } from '../package-drafts/openable.ts'
import { withVersion } from './content.ts'
import { overtaken, type ReadVersion } from './in-force.ts'
import { versionOf } from './plan.ts'
import { signaturesOn, type Signature } from './sign-off.ts'
import { withSignersInForce } from './signers.ts'

export interface PublishRequest {
  /** The revision that was read. */
  readonly rev: number
  /** The version in force that it was held against; unsaid: whichever is. */
  readonly against?: ReadVersion
  readonly version: string
  readonly remark?: string
}

export interface Published {
  readonly packageId: string
  readonly version: string
  /** The draft's revision that became it. */
  readonly rev?: number
}

export async function publishPackageDraft(
  deps: EngineDeps,
  actor: Actor,
  id: string,
  { rev, against, version, remark }: PublishRequest,
): Promise<Published | Problem> {
  const found = await findDraft(deps, actor, id)
  if (isProblem(found)) return found
  const { draft, author } = found
  if (draft.rev !== rev) return changedBefore(deps, draft, rev)
  const inForce = against === undefined ? await versionNow(deps, draft.packageId) : against
  const late = await overtaken(deps, draft.packageId, inForce)
  if (late) return late
  const files = await deps.store.packageDrafts.files(draft.id, rev)
  const unsigned = (await signaturesOn(deps, draft, files)).filter(({ signed }) => !signed)
  if (unsigned.length > 0) return notSigned(unsigned)
  const low = await notHigher(deps, draft.packageId, version)
  if (low) return low
  const next = withVersion(files, version)
  const title = next.get(TITLE_PAGE) ?? ''
  const written =
    title === files.get(TITLE_PAGE)
      ? { rev }
      : await changePackageDraft(deps, actor, id, {
          rev,
          files: new Map([[TITLE_PAGE, title]]),
          label: { ar: `الإصدار ${version}`, en: `Version ${version}` },
        })
  if (isProblem(written)) return written
  const { packageId, agency } = draft
  const publication: Publication = {
    packageId,
    version,
    agency,
    at: deps.clock.now(),
    by: author.id,
    draft: { id: draft.id, rev: written.rev },
    ...(remark?.trim() && { remark: remark.trim() }),
  }
  const deployed = await deployFiles(deps, actor, [bytesOf(next)], { publication, inForce })
  return isProblem(deployed) ? deployed : { packageId, version, rev: written.rev }
}

const versionNow = async ({ store }: EngineDeps, packageId: string): Promise<ReadVersion> =>
  (await store.deployments.latest(packageId))?.version ?? null

const notSigned = (unsigned: readonly Signature[]): Problem => ({
  ...conflict(
    'publish.sign-off',
    `Expected the signatures of ${unsigned.map(({ title }) => title.en).join(', ')} under exactly this content, but they are missing; ask for them`,
  ),
  extensions: { missing: unsigned.map(({ role }) => role).join(' ') },
})

async function notHigher(deps: EngineDeps, packageId: string, version: string): Promise<Problem | undefined> {
  if (raised(version, 'patch') === undefined)
    return invalid('publish.version', `Expected a version like 1.2.0, but found "${version.slice(0, 40)}"`)
  const latest = (await deps.store.deployments.latest(packageId))?.version
  if (latest === undefined || isHigher(version, latest)) return undefined
  return conflict('publish.version', `Expected a version above ${latest}, which is in force, but found ${version}`)
}

function isHigher(one: string, other: string): boolean {
  const [left, right] = [one, other].map((it) => it.split('.').map(Number))
  const at = [0, 1, 2].find((index) => left?.[index] !== right?.[index])
  return at !== undefined && (left?.[at] ?? 0) > (right?.[at] ?? 0)
}

export interface RollBackRequest {
  /** The earlier version whose content is to be in force again. */
  readonly to: string
  /** The version in force that it was held against; unsaid: whichever is. */
  readonly from?: string
  /** What that content is called now; a minor step above the newest where it is not said. */
  readonly version?: string
  readonly remark?: string
}

/** Its content was in force before, with the signatures it needed: it is not signed again. Who must sign now must sign what comes after it. */
export async function rollBackPackage(
  deps: EngineDeps,
  actor: Actor,
  packageId: string,
  { to, from, version: asked, remark }: RollBackRequest,
): Promise<Published | Problem> {
  if (!isAuthor(actor)) return forbidden('package-draft.author', 'Expected an analyst or operator of an agency')
  const [earlier, latest] = await Promise.all([
    versionOf(deps, actor, packageId, to),
    deps.store.deployments.latest(packageId),
  ])
  if (isProblem(earlier)) return earlier
  if (latest === undefined || !mayActFor(actor, latest.agency)) return noSuchPackage
  if (latest.version === to)
    return conflict('roll-back.newest', `Expected a version before ${to}, which is in force now; name an earlier one`)
  const inForce = from ?? latest.version
  const late = await overtaken(deps, packageId, inForce)
  if (late) return late
  const version = asked ?? raised(latest.version, 'minor') ?? ''
  const low = await notHigher(deps, packageId, version)
  if (low) return low
  const texts = textsOf(await withSignersInForce(deps, packageId, latest.agency, earlier.files))
  if (!texts.ok) return invalid('package.refused', 'Expected a package of text files', texts.findings)
  const publication: Publication = {
    packageId,
    version,
    agency: latest.agency,
    at: deps.clock.now(),
    by: actor.id,
    restores: to,
    ...(remark?.trim() && { remark: remark.trim() }),
  }
  const deployed = await deployFiles(deps, actor, [bytesOf(withVersion(texts.files, version))], {
    publication,
    inForce,
  })
  return isProblem(deployed) ? deployed : { packageId, version }
}
