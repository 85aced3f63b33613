/** What other agencies offer on the data bus, as an analyst picks it for a step: services, what each wants to know and what it answers. */
import type { AgencyId } from './ids.ts'
import type { JsonObject } from './json.ts'
import type { Problem } from './problem.ts'
import type { Text } from './text.ts'

/** Asked of the bus itself, so it is as good as what the agencies wrote there. */
export interface ServiceCatalogue {
  /** @param again what was read a while ago is not good enough */
  of(agency: AgencyId, again: boolean): Promise<OfferedServices | Problem>
}

export interface OfferedServices {
  /** Epoch milliseconds at which the bus was asked. */
  readonly asOf: number
  /** By id. */
  readonly services: readonly OfferedService[]
  /** Providers that did not say what they offer. */
  readonly silent: readonly SilentProvider[]
}

export interface Provider {
  /** "PS/GOV/MOI/civil-registry". */
  readonly id: string
  /** As the bus calls it. */
  readonly name: string
}

export interface SilentProvider extends Provider {
  readonly reason: string
}

export interface OfferedService {
  /** "PS/GOV/MOI/civil-registry/getPerson/v1", as a task and a data agreement name it. */
  readonly id: string
  readonly provider: Provider
  readonly title: Text
  readonly description?: Text
  /** The provider lets our agency call it. */
  readonly allowed: boolean
  readonly operations: readonly OfferedOperation[]
  /** Why nothing is known of its operations. */
  readonly undescribed?: string
}

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
export type Method = (typeof METHODS)[number]

export interface OfferedOperation {
  readonly method: Method
  /** Behind the service, "persons/{id}"; empty where there is nothing more. */
  readonly path: string
  readonly title: Text
  readonly inputs: readonly OperationInput[]
  /** JSON Schema (2020-12) of the answer's body; {} where the provider says nothing. */
  readonly reply: JsonObject
}

export interface OperationInput {
  readonly name: string
  /** `content`: all of the body, which is no object. */
  readonly in: 'query' | 'path' | 'body' | 'content' | 'header'
  readonly required: boolean
  readonly title?: Text
  /** JSON Schema (2020-12). */
  readonly schema: JsonObject
}
