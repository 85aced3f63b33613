/** The sign-ons of this installation by their id, each with the addresses it knows us by. */
import type { Clock } from '../../core/clock.ts'
import { URLS } from '../pages/urls.ts'
import type { SignOnConfig } from './config.ts'
import { relyingParty, type RelyingParty } from './relying-party.ts'

export type Parties = ReadonlyMap<string, RelyingParty>

export function partiesOf(signOns: readonly SignOnConfig[], publicUrl: string, clock: Clock): Parties {
  const afterwards = new URL(URLS.signIn(), publicUrl).href
  const parties = signOns.map((config) => {
    const back = new URL(URLS.signOnBack(config.id), publicUrl).href
    return [config.id, relyingParty(config, { back, afterwards }, clock)] as const
  })
  return new Map(parties)
}
