/**
 * The names by which people and machines point at things: an application's case, a task on the desk, a job, a document.
 *
 * Each id is a branded string with exactly one parser, so that a task id can never be passed where an instance id is
 * meant. Ids local to an instance are counters ("7"), which keeps replay exact; outside the instance they are written
 * `instance:local` ("01JD…:7"). That global form is also the idempotency key under which outside systems know a job.
 */
import { invalid, type Problem } from './problem.ts'

declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

/** One process instance; 26 characters, sortable by time of creation, 80 random bits. */
export type InstanceId = Branded<'InstanceId'>
/** One element instance or one wait (task, job, timer, subscription, incident) within an instance: "1", "2", ... */
export type LocalId = Branded<'LocalId'>
/** `instance:local`, e.g. "01JDA…:7". Of a task, job, timer, subscription or incident. */
export type GlobalId = Branded<'GlobalId'>
/** Tenant, e.g. "moj". Lower-case letters, digits and hyphens, at most 40. */
export type AgencyId = Branded<'AgencyId'>
/** `package@version/process`, e.g. "moj.non-conviction@1.0.0/non-conviction". */
export type ProgramKey = Branded<'ProgramKey'>
/** sha-256 of a content, 64 lower-case hexadecimal digits. */
export type Digest = Branded<'Digest'>
/** What a citizen quotes on the telephone, e.g. "2026-7K3F-9QXM-4": not guessable, with a check character. */
export type Reference = Branded<'Reference'>
/** An application that is being filled in, e.g. "0b0e8c5a-…": a random UUID. */
export type DraftId = Branded<'DraftId'>
/** A package that is being written, e.g. "6f6b7a0e-…": a random UUID. */
export type PackageDraftId = Branded<'PackageDraftId'>
/** A person who signs in, e.g. "clerk.rana"; unique within the installation. Or a company that people act for (company.ts). */
export type UserId = Branded<'UserId'>

const INSTANCE = /^[0-9A-HJKMNP-TV-Z]{26}$/
const LOCAL = /^[1-9][0-9]{0,9}$/
const AGENCY = /^[a-z][a-z0-9-]{0,39}$/
const USER = /^[a-z0-9][a-z0-9._-]{0,63}$/
const COMPANY = /^company:[A-Z0-9][A-Z0-9-]{2,29}$/
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const PACKAGE_ID = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)*$/
const VERSION = /^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/

export const instanceId = parser<InstanceId>(INSTANCE, 'an instance id of 26 characters')
export const localId = parser<LocalId>(LOCAL, 'a number from 1 within the instance')
export const agencyId = parser<AgencyId>(AGENCY, 'an agency code of lower-case letters, digits and hyphens, like "moj"')
export const userId = parser<UserId>(USER, 'a user name of lower-case letters, digits, dots and hyphens')
/** Under which a company holds what is its own, e.g. "company:562400101"; nobody can have an account of this form. */
export const companyId = parser<UserId>(COMPANY, 'a company like "company:562400101"')
/** Whoever may hold something: a person or a company. */
export const partyId = (text: string): UserId | Problem => (COMPANY.test(text) ? (text as UserId) : userId(text))
export const draftId = parser<DraftId>(UUID, 'the id of a draft, a UUID')
export const packageDraftId = parser<PackageDraftId>(UUID, 'the id of a package draft, a UUID')

export const isPackageId = (text: string): boolean => text.length <= 80 && PACKAGE_ID.test(text)
export const isVersion = (text: string): boolean => VERSION.test(text)

export const programKey = (packageId: string, version: string, processId: string): ProgramKey =>
  `${packageId}@${version}/${processId}` as ProgramKey

/** Parts of a program key; the key was made by programKey, so a malformed one is a bug. */
export function programParts(key: ProgramKey): { packageId: string; version: string; processId: string } {
  const at = key.indexOf('@')
  const slash = key.indexOf('/', at)
  if (at < 1 || slash < 0) throw new Error(`Expected a program key like "package@1.0.0/process", but found "${key}"`)
  return { packageId: key.slice(0, at), version: key.slice(at + 1, slash), processId: key.slice(slash + 1) }
}

/** Package and process over all versions: "package/process". */
export function versionlessProcess(program: ProgramKey): string {
  const { packageId, processId } = programParts(program)
  return `${packageId}/${processId}`
}

export const isSameProcess = (one: ProgramKey, other: ProgramKey): boolean =>
  versionlessProcess(one) === versionlessProcess(other)

/** Of a record by local id, in the order of the ids. */
export const localEntries = <Value>(byId: Readonly<Record<LocalId, Value>>): [LocalId, Value][] =>
  Object.entries(byId) as [LocalId, Value][]

export const globalId = (instance: InstanceId, local: LocalId): GlobalId => `${instance}:${local}` as GlobalId

export function globalParts(text: string): { instance: InstanceId; local: LocalId } | Problem {
  const colon = text.indexOf(':')
  const instance = text.slice(0, colon)
  const local = text.slice(colon + 1)
  if (colon < 0 || !INSTANCE.test(instance) || !LOCAL.test(local))
    return invalid('id', `Expected an id like "instance:number", but found "${text.slice(0, 60)}"`)
  return { instance: instance as InstanceId, local: local as LocalId }
}

function parser<T extends string>(pattern: RegExp, expected: string): (text: string) => T | Problem {
  return (text) =>
    pattern.test(text) ? (text as T) : invalid('id', `Expected ${expected}, but found "${text.slice(0, 60)}"`)
}
