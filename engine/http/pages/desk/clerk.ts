/** Who is at the desk, in which language, and what services and people are called there. */
import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../../core/actor.ts'
import { programParts, type ProgramKey, type UserId } from '../../../core/ids.ts'
import { PALESTINE } from '../../../core/policy/calendar.ts'
import type { Language } from '../../../core/text.ts'
import type { Workflow } from '../../../core/workflow.ts'
import type { Engine } from '../../../engine.ts'
import { actorOfRequest, type ApiContext } from '../../api/context.ts'
import type { FileLinks } from '../../files/links.ts'
import { languageOfPage, wordsIn } from '../frame/language.ts'
import { DESK_WORDS } from './words.ts'
import { OFFICE_WORDS } from './office/words.ts'

export const DESK_ASSETS = ['forms.css', 'forms.js', 'desk.css', 'desk.js'] as const

export interface Clerk {
  readonly request: FastifyRequest
  readonly engine: Engine
  readonly links: FileLinks
  readonly actor: Extract<Actor, { kind: 'user' }>
  readonly language: Language
  readonly say: Readonly<Record<keyof typeof DESK_WORDS, string>>
  readonly tell: Readonly<Record<keyof typeof OFFICE_WORDS, string>>
  /** Whether single keys do something on the pages. */
  readonly hasKeys: boolean
}

export function clerkOf(request: FastifyRequest, { engine, links }: Pick<ApiContext, 'engine' | 'links'>): Clerk {
  const actor = actorOfRequest(request)
  if (actor.kind !== 'user') throw new Error('Expected a page to be asked for by a person')
  const language = languageOfPage(request)
  return {
    request,
    engine,
    links,
    actor,
    language,
    say: wordsIn(DESK_WORDS, language),
    tell: wordsIn(OFFICE_WORDS, language),
    hasKeys: request.server.cookies.get(request, 'masar-keys') !== 'off',
  }
}

/** Title pages of the latest versions of the agency's own services, by package id, in the order of their titles. */
export async function servicesOf({ engine, actor, language }: Clerk): Promise<ReadonlyMap<string, Workflow>> {
  const { deployments } = engine.deps.store
  const ids = new Set((await deployments.list({ agency: actor.agency })).map(({ packageId }) => packageId))
  const found = await Promise.all([...ids].map((id) => workflowOf(engine, id)))
  const services = found.flatMap((workflow) => (workflow === undefined || workflow.shared ? [] : [workflow]))
  services.sort((a, b) => a.title[language].localeCompare(b.title[language], language))
  return new Map(services.map((workflow) => [workflow.id, workflow]))
}

async function workflowOf({ deps }: Engine, packageId: string): Promise<Workflow | undefined> {
  const latest = await deps.store.deployments.latest(packageId)
  return latest && (await deps.definitions.package(packageId, latest.version))?.workflow
}

export async function serviceTitle({ engine, language }: Clerk, program: ProgramKey): Promise<string> {
  const { packageId } = programParts(program)
  return (await engine.deps.definitions.packageOf(program))?.workflow.title[language] ?? packageId
}

/** Names of people by their id; who has no account is called by it. */
export async function namesOf(
  { engine }: Clerk,
  ids: readonly (UserId | undefined)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== undefined))]
  const accounts = await Promise.all(wanted.map((id) => engine.deps.store.accounts.get(id)))
  return new Map(wanted.map((id, index) => [id, accounts[index]?.name ?? id]))
}

/** What the groups of this clerk are called in the agency's packages. */
export function groupTitles(services: ReadonlyMap<string, Workflow>, groups: readonly string[], language: Language) {
  const titled = (group: string): string => {
    for (const { roles: titles } of services.values()) {
      const title = titles?.[group]
      if (title) return title[language]
    }
    return group
  }
  return groups.map((group) => ({ group, title: titled(group) }))
}

export const { timeZone } = PALESTINE
