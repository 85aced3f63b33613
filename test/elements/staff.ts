/** Who acts in these tests, and how refusals and times are told to the reader of a failure. */
import { DateTime } from 'luxon'
import type { Actor } from '../../engine/core/actor.ts'
import type { AgencyId } from '../../engine/core/ids.ts'
import { PLATFORM_AGENCY } from '../../engine/core/policy/access.ts'
import type { Finding, Problem } from '../../engine/core/problem.ts'

export const AGENCY = 'moj' as AgencyId
/** The agency's own machinery, which may do everything there. */
export const STAFF: Actor = { kind: 'system', id: 'test', agency: AGENCY }
export const PLATFORM: Actor = { kind: 'system', id: 'setup', agency: PLATFORM_AGENCY as AgencyId }

/** Local time of the agency, "2026-11-23T10:00". */
export const local = (time: number): string =>
  DateTime.fromMillis(time, { zone: 'Asia/Hebron' }).toFormat("yyyy-MM-dd'T'HH:mm")

export const told = (problem: Problem): string =>
  [`${problem.code}: ${problem.detail}`, ...(problem.findings ?? []).map(finding)].join('\n')

const finding = (one: Finding): string => `${one.rule} ${one.file ?? ''} ${one.place ?? ''}: ${one.message}`
