/**
 * Who must sign before a version comes into force: whom it names itself, and whom the version in force names, so that nobody
 * gets round a signature by leaving it out.
 */
import { hasRole, type Actor } from '../../core/actor.ts'
import { mistake } from '../../core/finding.ts'
import type { AgencyId } from '../../core/ids.ts'
import type { CheckedPackage } from '../../core/package/checked.ts'
import type { PackageDraft } from '../../core/package-draft.ts'
import type { DraftFiles } from '../../core/package/file-changes.ts'
import type { PackageFiles } from '../../core/package/files.ts'
import { renamed, TITLE_PAGE } from '../../core/package/title-page.ts'
import { forbidden, type Problem } from '../../core/problem.ts'
import type { SignOffRole } from '../../core/publication.ts'
import type { EngineDeps } from '../../deps.ts'
import { rolesToSign } from './content.ts'

/** Of a draft, sound or not. */
export const signersOf = async (
  deps: EngineDeps,
  { packageId, agency }: PackageDraft,
  files: DraftFiles,
): Promise<readonly SignOffRole[]> => joined(rolesToSign(files), await signersInForce(deps, packageId, agency))

async function signersInForce(deps: EngineDeps, packageId: string, agency: AgencyId): Promise<readonly SignOffRole[]> {
  const latest = await deps.store.deployments.latest(packageId)
  if (latest === undefined || latest.agency !== agency) return []
  return (await deps.definitions.package(packageId, latest.version))?.workflow.signOff ?? []
}

const joined = (named: readonly SignOffRole[], inForce: readonly SignOffRole[]): readonly SignOffRole[] => [
  ...named,
  ...inForce.filter(({ role }) => !named.some((one) => one.role === role)),
]

/** The content of an earlier version, to be signed for from now on by everybody who must sign now. */
export async function withSignersInForce(
  deps: EngineDeps,
  packageId: string,
  agency: AgencyId,
  earlier: PackageFiles,
): Promise<PackageFiles> {
  const page = new TextDecoder().decode(earlier.get(TITLE_PAGE))
  const own = rolesToSign(new Map([[TITLE_PAGE, page]]))
  const all = joined(own, await signersInForce(deps, packageId, agency))
  if (all.length === own.length) return earlier
  const signOff = all.map(({ role, title }) => ({ role, title: { ar: title.ar, en: title.en } }))
  return new Map(earlier).set(TITLE_PAGE, new TextEncoder().encode(renamed(page, { signOff })))
}

/** Deployed as a file, a package has no signatures: only an operator answers for that. */
export async function refusedBesideSigners(
  deps: EngineDeps,
  actor: Actor,
  { workflow: { id, agency, signOff = [] } }: CheckedPackage,
): Promise<Problem | undefined> {
  if (actor.kind === 'system' || hasRole(actor, 'operator')) return undefined
  const roles = joined(signOff, await signersInForce(deps, id, agency))
  if (roles.length === 0) return undefined
  const en = `Expected an operator to deploy ${id} beside its signatures, but ${roles.map(({ title }) => title.en).join(', ')} must sign for it`
  const ar = `نشر ${id} دون توقيعات لا يحق إلا لمشغّل، ولا بد من توقيع: ${roles.map(({ title }) => title.ar).join('، ')}`
  return forbidden('deploy.sign-off', `${en}; import it in the designer, have it signed and publish it there`, [
    mistake(
      'deploy/sign-off',
      { file: TITLE_PAGE, place: '/signOff' },
      { en, ar },
      {
        en: 'Import the package in the designer, ask for the signatures and publish it there',
        ar: 'استورد الحزمة في المصمم، واطلب التوقيعات، ثم انشرها من هناك',
      },
    ),
  ])
}
