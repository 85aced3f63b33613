/** What the notice tests share: a case, a job, a store of notices in memory, a clock that stands still until moved. */
import type { ConnectorJob } from '../../engine/core/connector.ts'
import type { AgencyId, GlobalId, InstanceId, ProgramKey, Reference } from '../../engine/core/ids.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import type { Notice, NoticeStore } from '../../engine/core/notice.ts'

export const noon = Date.parse('2026-11-23T12:00:00Z')
export const clock = { now: () => noon }

const instance = '01JDA0000000000000000000AA' as InstanceId

export function notifyJob(
  variables: JsonObject,
  more: { headers?: Record<string, string>; local?: string } = {},
): ConnectorJob {
  return {
    key: `${instance}:${more.local ?? '7'}` as GlobalId,
    instance,
    agency: 'moj' as AgencyId,
    reference: '2026-7K3F-9QXM-4' as Reference,
    program: 'moj.non-conviction@1.0.0/main' as ProgramKey,
    element: 'tell',
    headers: more.headers ?? {},
    variables,
    attempt: 1,
    retries: 3,
  }
}

export interface NoticeBook extends NoticeStore {
  readonly rows: Map<string, Notice>
}

export function noticeBook(): NoticeBook {
  const rows = new Map<string, Notice>()
  return {
    rows,
    async open(notice) {
      const there = rows.get(notice.key) ?? notice
      rows.set(notice.key, there)
      return there
    },
    async markSent(key, at) {
      const row = rows.get(key)
      if (row) rows.set(key, { ...row, sentAt: at })
    },
    list: async (id) => [...rows.values()].filter((row) => row.instance === id),
  }
}
