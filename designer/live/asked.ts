/** What the server knows of versions at work and of applications on their way; shapes as engine/http/designer/live.ts gives them. */
import type { JsonObject } from '../../engine/core/json.ts'
import type { Text } from '../../engine/core/text.ts'
import { ask } from '../server/client.ts'

export interface LiveElement {
  readonly id: string
  readonly name: Text
  readonly kind: string
  readonly count: number
  /** RFC 3339, since when; absent where nothing stands. */
  readonly median?: string
  readonly oldest?: string
  readonly incidents: number
  /** Tokens before it that wait for others. */
  readonly waiting: number
}

export interface LiveProcess {
  readonly id: string
  readonly name: Text
  /** The process itself first. */
  readonly elements: readonly LiveElement[]
}

export interface LiveVersion {
  readonly packageId: string
  readonly version: string
  readonly title: Text
  readonly processes: readonly LiveProcess[]
  readonly drawings: Readonly<Record<string, string>>
}

export interface Standing {
  readonly items: readonly { readonly instance: string; readonly reference: string; readonly since: string }[]
  readonly next?: string
}

export interface Moment {
  readonly event: number
  readonly record: number
  readonly at: string
  readonly actor: string
  readonly kind: string
  readonly element?: string
  readonly program?: string
  readonly name?: Text
  readonly said?: string
}

export type InstanceStatus = 'active' | 'suspended' | 'completed' | 'terminated'

export interface Course {
  readonly id: string
  readonly reference: string
  readonly status: InstanceStatus
  readonly packageId: string
  readonly version: string
  readonly processId: string
  readonly startedAt: string
  readonly moments: readonly Moment[]
}

export interface State {
  readonly event: number
  readonly at: string
  readonly status: InstanceStatus
  readonly packageId: string
  readonly version: string
  readonly processId: string
  readonly standing: readonly { readonly element: string; readonly program: string; readonly incident: boolean }[]
  /** Joins before which tokens wait for others. */
  readonly waiting: readonly {
    readonly element: string
    readonly program: string
    readonly name: Text
    readonly flow: string
  }[]
  readonly variables: JsonObject
  readonly inner: readonly { readonly element: string; readonly variables: JsonObject }[]
}

const part = encodeURIComponent

export const LIVE = {
  version: (packageId: string, version: string, signal?: AbortSignal) =>
    ask<LiveVersion>(`/live/${part(packageId)}/${part(version)}`, signal ? { signal } : {}),
  standing: (packageId: string, version: string, process: string, element: string, after?: string) => {
    const query = new URLSearchParams({ process, element, ...(after === undefined ? {} : { after }) })
    return ask<Standing>(`/live/${part(packageId)}/${part(version)}/standing?${query.toString()}`)
  },
  course: (id: string) => ask<Course>(`/live/instances/${part(id)}`),
  moment: (id: string, event: number) => ask<State>(`/live/instances/${part(id)}/moments/${event}`),
} as const
