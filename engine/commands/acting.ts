/** Who somebody is when they ask for something: themselves, or the company they have said they act for, as long as their mandate lasts. */
import type { Actor } from '../core/actor.ts'
import { companyNumberOf, partyOfCompany, type Company } from '../core/company.ts'
import type { DraftId, InstanceId, UserId } from '../core/ids.ts'
import { representationsOf, type HeldMandate, type Representation } from '../core/mandate.ts'
import type { Store } from '../core/store.ts'
import type { EngineDeps } from '../deps.ts'

export type Person = Extract<Actor, { kind: 'user' }>

/** What is known of the session somebody asks in. */
export interface Standing {
  /** Where they signed in, unless here. */
  readonly signOn?: string
  /** Number of the company they act for. */
  readonly actsFor?: string
}

/** Somebody as they are now; `ended`: the company they act for no longer, so that they act for nobody until they say so. */
export type Standpoint =
  | { readonly kind: 'acts'; readonly actor: Person }
  | { readonly kind: 'ended'; readonly actor: Person; readonly company: Company }

/** Who acts for a company sees what is of the services of their mandate: for lists. */
export const within = ({ acting }: Person): { readonly services?: readonly string[] } =>
  acting?.services === undefined ? {} : { services: acting.services }

/** Companies this person may act for, however they sign in. */
export async function companiesOf(deps: EngineDeps, person: UserId): Promise<readonly UserId[]> {
  const held = await deps.store.mandates.heldBy(person, deps.clock.now())
  return [...new Set(held.map(({ mandate }) => partyOfCompany(mandate.company)))]
}

/** In whose name a register is asked: the number of the company whose application, or draft of one, it is asked for. */
export async function companyAsking(
  { instances, drafts }: Pick<Store, 'instances' | 'drafts'>,
  subject: InstanceId,
): Promise<string | undefined> {
  const party = (await instances.get(subject))?.applicant ?? (await drafts.get(subject as string as DraftId))?.owner
  return companyNumberOf(party)
}

/** For whom this person may act in this session, and in what. */
export async function representations(
  deps: EngineDeps,
  person: Person,
  standing: Standing,
): Promise<readonly Representation[]> {
  if (!person.roles.includes('citizen')) return []
  return usable(await deps.store.mandates.heldBy(person.id, deps.clock.now()), standing)
}

export async function standpointOf(deps: EngineDeps, person: Person, standing: Standing): Promise<Standpoint> {
  const held = await deps.store.mandates.heldBy(person.id, deps.clock.now())
  const represents = [...new Set(held.map(({ mandate }) => partyOfCompany(mandate.company)))]
  const actor = represents.length === 0 ? person : { ...person, represents }
  const { actsFor } = standing
  if (actsFor === undefined) return { kind: 'acts', actor }
  const found = person.roles.includes('citizen')
    ? usable(held, standing).find(({ company }) => company.number === actsFor)
    : undefined
  if (found === undefined) {
    const company = await deps.store.mandates.company(actsFor)
    return { kind: 'ended', actor, company: company ?? { number: actsFor, name: { ar: actsFor, en: actsFor } } }
  }
  return { kind: 'acts', actor: actingFor(person, found) }
}

/** As the company: with the rights of a citizen and none of those the person may have beside. */
export function actingFor({ kind, id, agency }: Person, representation: Representation): Person {
  return {
    kind,
    id: partyOfCompany(representation.company.number),
    agency,
    roles: ['citizen'],
    groups: [],
    acting: { ...representation, person: id },
  }
}

/** What a sign-on says of somebody is good where they came by it: it said so just then. */
const usable = (held: readonly HeldMandate[], { signOn }: Standing): readonly Representation[] =>
  representationsOf(
    held.filter(({ mandate }) => mandate.source !== 'register' || mandate.givenBy === `sign-on:${signOn ?? ''}`),
  )
