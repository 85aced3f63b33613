/** What a sign-on says of a person each time they sign in by it: for which companies the register names them a signatory. */
import type { Company } from '../core/company.ts'
import type { UserId } from '../core/ids.ts'
import type { EngineDeps } from '../deps.ts'

/**
 * Mandates of this sign-on that it no longer speaks of end, new ones begin.
 *
 * @param signOn its id in the configuration
 * @param companies all for which the person signs today
 */
export async function registerSignatory(
  deps: EngineDeps,
  holder: UserId,
  signOn: string,
  companies: readonly Company[],
): Promise<void> {
  const now = deps.clock.now()
  const by = `sign-on:${signOn}`
  const held = (await deps.store.mandates.heldBy(holder, now)).filter(
    ({ mandate }) => mandate.source === 'register' && mandate.givenBy === by,
  )
  for (const { mandate } of held)
    if (!companies.some(({ number }) => number === mandate.company))
      await deps.store.mandates.revoke(mandate.id, now, by)
  for (const company of companies) {
    if (held.some(({ mandate }) => mandate.company === company.number)) continue
    const known = {
      id: deps.ids.uuid(),
      company: company.number,
      holder,
      role: 'signatory',
      source: 'register',
    } as const
    await deps.store.mandates.grant({ ...known, starts: now, givenBy: by, givenAt: now }, company)
  }
}
