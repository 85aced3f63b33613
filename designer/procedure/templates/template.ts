/** An element template as modellers exchange them (Camunda 8, JSON): what a step of a kind is asked for, and where each answer is written. */
import shippedDatabus from '../../element-templates/databus.json' with { type: 'json' }
import shippedDocument from '../../element-templates/document.json' with { type: 'json' }
import shippedNotice from '../../element-templates/notice.json' with { type: 'json' }
import shippedPayment from '../../element-templates/payment.json' with { type: 'json' }
import shippedRefund from '../../element-templates/refund.json' with { type: 'json' }
import shippedWorker from '../../element-templates/worker.json' with { type: 'json' }

export interface Template {
  readonly $schema: string
  readonly id: string
  readonly version: number
  /** "بيانات شخص · A person", as everything in it that people read. */
  readonly name: string
  readonly description?: string
  readonly keywords?: readonly string[]
  readonly appliesTo: readonly string[]
  readonly elementType: { readonly value: string }
  readonly groups: readonly { readonly id: string; readonly label: string }[]
  readonly properties: readonly Property[]
}

export interface Property {
  readonly type: 'Hidden' | 'String' | 'Text' | 'Boolean' | 'Dropdown'
  readonly id?: string
  readonly group?: string
  readonly label?: string
  readonly description?: string
  readonly value?: string | boolean
  readonly feel?: 'optional' | 'required' | 'static'
  readonly optional?: boolean
  readonly choices?: readonly { readonly name: string; readonly value: string }[]
  readonly condition?: Condition
  readonly constraints?: {
    readonly notEmpty?: boolean
    readonly pattern?: { readonly value: string; readonly message: string }
  }
  readonly binding: Binding
}

export interface Condition {
  readonly property: string
  readonly equals?: string | boolean
  readonly oneOf?: readonly string[]
}

export type Binding =
  | { readonly type: 'zeebe:taskDefinition'; readonly property: 'type' | 'retries' }
  | { readonly type: 'zeebe:input'; readonly name: string }
  | { readonly type: 'zeebe:output'; readonly source: string }
  | { readonly type: 'zeebe:taskHeader'; readonly key: string }

export const SCHEMA = 'https://unpkg.com/@camunda/zeebe-element-templates-json-schema/resources/schema.json'

/** Those that come with Masar. */
export const SHIPPED: readonly Template[] = [
  shippedDatabus,
  shippedPayment,
  shippedRefund,
  shippedDocument,
  shippedNotice,
  shippedWorker,
].map(asTemplate)

export const shipped = (id: string): Template | undefined => SHIPPED.find((it) => it.id === id)

/** The generic template of a job type. */
export const shippedFor = (jobType: string): Template | undefined => SHIPPED.find((it) => jobTypeOf(it) === jobType)

export function jobTypeOf({ properties }: Template): string {
  const type = properties.find(({ binding }) => binding.type === 'zeebe:taskDefinition' && binding.property === 'type')
  return type?.type === 'Hidden' ? String(type.value ?? '') : ''
}

/** What is unlike in two templates of one step: the place an answer is written to. */
export function placeOf({ binding }: Property): string {
  if (binding.type === 'zeebe:taskDefinition') return `definition ${binding.property}`
  if (binding.type === 'zeebe:input') return `input ${binding.name}`
  return binding.type === 'zeebe:output' ? `output ${binding.source}` : `header ${binding.key}`
}

export const keyOf = (property: Property): string => property.id ?? placeOf(property)

/** JSON modules are typed by what stands in them; test/designer holds them against the published schema. */
function asTemplate(json: object): Template {
  return json as Template
}
