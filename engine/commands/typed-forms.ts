/** What somebody typed into a page after their session had run out: kept for its owner for an hour, shown to them again, then forgotten. */
import { humanOf, type Actor } from '../core/actor.ts'
import type { TypedForm } from '../core/typed-form.ts'
import type { EngineDeps } from '../deps.ts'

const HOUR = 3_600_000
/** Of one person; from one more on the oldest are forgotten. */
const MOST = 10
const LARGEST = 1024 * 1024

export type Typed = Pick<TypedForm, 'fields' | 'files'>

/** Whose it is: the person's, at this address as they saw it, for themselves or for the company they act for. */
const keyOf = (actor: Extract<Actor, { kind: 'user' }>, address: string) => ({
  owner: humanOf(actor),
  address: actor.acting ? `${actor.id} ${address}` : address,
})

/** False: too large to be kept, or nobody's. */
export async function keepTypedForm(
  { store, clock }: EngineDeps,
  actor: Actor,
  address: string,
  typed: Typed,
): Promise<boolean> {
  if (actor.kind !== 'user' || JSON.stringify(typed).length > LARGEST) return false
  await store.typedForms.keep({ ...typed, ...keyOf(actor, address), typedAt: clock.now() }, MOST)
  return true
}

export async function getTypedForm(
  { store, clock }: EngineDeps,
  actor: Actor,
  address: string,
): Promise<Typed | undefined> {
  if (actor.kind !== 'user') return undefined
  const key = keyOf(actor, address)
  return store.typedForms.get(key.owner, key.address, clock.now() - HOUR)
}

/** Once it was sent, or is not wanted any more. */
export async function forgetTypedForm(deps: EngineDeps, actor: Actor, address: string): Promise<void> {
  if (actor.kind !== 'user') return
  const { typedForms } = deps.store
  const key = keyOf(actor, address)
  if ((await typedForms.get(key.owner, key.address, 0)) !== undefined) await typedForms.remove(key.owner, key.address)
}

/** The worker's duty: what its owner did not come back for. */
export const typedFormDuty =
  ({ store }: EngineDeps): ((now: number) => Promise<number>) =>
  (now) =>
    store.typedForms.forget(now - HOUR)
