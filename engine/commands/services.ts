/** The services citizens can apply for in the portal: each in its highest version, read by anybody. */
import type { CompiledForm } from '../../forms/form.ts'
import { compileForm } from '../../forms/compile.ts'
import { isPackageId } from '../core/ids.ts'
import type { Form } from '../core/package/form.ts'
import type { CheckedPackage } from '../core/package/package.ts'
import { invalid, isProblem, notFound, type Problem } from '../core/problem.ts'
import type { EngineDeps } from '../deps.ts'
import { wayOf } from './start-way.ts'

/** In no certain order. */
export async function listServices(deps: EngineDeps): Promise<readonly CheckedPackage[]> {
  const names = new Set((await deps.store.deployments.list({})).map(({ packageId }) => packageId))
  const found = await Promise.all([...names].map((name) => serviceInForce(deps, name)))
  return found.filter((it): it is CheckedPackage => !isProblem(it) && isOffered(it))
}

export async function getService(deps: EngineDeps, packageId: string): Promise<CheckedPackage | Problem> {
  const found = await serviceInForce(deps, packageId)
  return isProblem(found) || isOffered(found) ? found : noSuchService(packageId)
}

const isOffered = ({ workflow: { start } }: CheckedPackage): boolean => start?.channels.includes('portal') === true

export async function serviceInForce(deps: EngineDeps, packageId: string): Promise<CheckedPackage | Problem> {
  const latest = isPackageId(packageId) ? await deps.store.deployments.latest(packageId) : undefined
  const found = latest && (await deps.definitions.package(packageId, latest.version))
  return found ?? noSuchService(packageId)
}

const noSuchService = (packageId: string): Problem =>
  notFound('package.not-found', `Expected a deployed service, but there is none called "${packageId.slice(0, 120)}"`)

/** The form an application begins with; undefined where nothing is asked. */
export function startForm(
  { workflow: { id, start }, forms }: CheckedPackage,
  startEvent: string | undefined,
): Form | Problem | undefined {
  if (!start) return invalid('start.shared', `Expected a service that can be applied for, but ${id} is none`)
  const way = wayOf(start, {
    packageId: id,
    variables: {},
    channel: 'portal',
    ...(startEvent === undefined ? {} : { startEvent }),
  })
  if (isProblem(way)) return way
  return way.form === undefined ? undefined : forms.get(way.form)
}

const compiled = new WeakMap<Form, CompiledForm>()

/** A form never changes: it is read once. */
export function compiledForm(form: Form): CompiledForm {
  const known = compiled.get(form) ?? compileForm(form)
  compiled.set(form, known)
  return known
}
