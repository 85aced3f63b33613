/** A small package around a drawing: its title page, and the files beside it. */
import type { PackageFiles } from '../../engine/core/package/files.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { AGENCY } from './staff.ts'
import { xml, type ProcessDrawing } from './draw.ts'

export const PACKAGE = 'moj.elements'

export interface Parcel {
  readonly id?: string
  readonly version?: string
  readonly shared?: boolean
  /** Shared packages and their pinned versions. */
  readonly uses?: Readonly<Record<string, string>>
  /** Other files by path; an object is written as JSON. */
  readonly files?: Readonly<Record<string, string | object>>
  readonly calendar?: JsonObject
  readonly policy?: JsonObject
  /** Statutory ones: id -> how long, or all that an entry says. */
  readonly deadlines?: Readonly<Record<string, string | JsonObject>>
  /** Ids. */
  readonly legalBasis?: readonly string[]
}

const statutory = ([id, said]: readonly [string, string | JsonObject]) => ({
  id,
  title: title(id),
  verified: false,
  statutory: true,
  ...(typeof said === 'string' ? { duration: said } : said),
})

const title = (en: string) => ({ ar: `خدمة ${en}`, en })
const encoder = new TextEncoder()

export function pack(drawings: readonly ProcessDrawing[], parcel: Parcel = {}): PackageFiles {
  return packXml(xml(...drawings), drawings[0]?.id ?? '', parcel)
}

/** @param processId where an application begins */
export function packXml(drawing: string, processId: string, parcel: Parcel = {}): PackageFiles {
  const {
    id = PACKAGE,
    version = '1.0.0',
    shared = false,
    uses,
    files = {},
    calendar,
    policy,
    deadlines,
    legalBasis,
  } = parcel
  const workflow = {
    id,
    version,
    title: title(id),
    agency: AGENCY,
    ...(shared ? { shared } : { start: { process: processId, channels: ['api'] } }),
    roles: { clerks: title('Clerks'), supervisors: title('Supervisors') },
    ...(uses ? { uses } : {}),
    ...(calendar ? { calendar } : {}),
    ...(policy ? { policy } : {}),
    ...(legalBasis ? { legalBasis: legalBasis.map((it) => ({ id: it, title: title(it), verified: false })) } : {}),
    ...(deadlines ? { deadlines: Object.entries(deadlines).map(statutory) } : {}),
  }
  const all = { 'workflow.json': workflow, 'process.bpmn': drawing, ...files }
  return new Map(
    Object.entries(all).map(([path, content]) => [
      path,
      encoder.encode(typeof content === 'string' ? content : JSON.stringify(content)),
    ]),
  )
}
