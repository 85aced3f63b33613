/**
 * For whom a client says it asks: a company, by its number in the register and under the class of companies. Stricter than a
 * real security server, which passes the name on to the provider.
 */
import { BusFault } from './bus-fault.ts'

const CLASS = 'COM'
/** As the register of the sandbox numbers companies. */
const NUMBER = /^562\d{6}$/

export function checkRepresented(party: string | undefined): void {
  if (party === undefined) return
  const [code = '', memberClass = CLASS] = party.split('/').toReversed()
  if (memberClass !== CLASS || !NUMBER.test(code))
    throw new BusFault('client.bad_request', `Unknown represented party: ${party}`)
}
