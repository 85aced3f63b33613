/** Days on which an agency does not work, as announced. */
import { resource, string, time } from './resource.ts'

const said = { type: 'object', properties: { at: time, by: string }, required: ['at', 'by'] } as const
const text = { type: 'object', properties: { ar: string, en: string }, required: ['ar', 'en'] } as const

export const Holiday = resource(
  'Holiday',
  'Days on which one agency, or every one, does not work: everywhere or in one governorate',
  {
    id: string,
    agency: { type: 'string', description: 'Absent: every agency' },
    governorate: { type: 'string', description: 'Absent: everywhere' },
    title: text,
    first: string,
    last: { type: 'string', description: 'Included' },
    announced: said,
    withdrawn: { ...said, properties: { ...said.properties, reason: string } },
  },
  ['agency', 'governorate', 'withdrawn'],
  {
    id: '0b7c0a0e-5d0d-4a53-9a4f-5a3b4f2f3a12',
    agency: 'moj',
    title: { ar: 'إغلاق بسبب الثلوج', en: 'Closed for snow' },
    first: '2026-11-25',
    last: '2026-11-26',
    announced: { at: '2026-11-26T09:00:00.000Z', by: 'user:supervisor.huda' },
  },
)
