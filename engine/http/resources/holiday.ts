/** Days on which an agency does not work, as announced. */
import { integer, resource, string, time } from './resource.ts'

const said = { type: 'object', properties: { at: time, by: string }, required: ['at', 'by'] } as const
const text = { type: 'object', properties: { ar: string, en: string }, required: ['ar', 'en'] } as const

export const Holiday = resource(
  'Holiday',
  'Days on which one agency, or every one, does not work: everywhere or in one governorate',
  {
    id: string,
    agency: { type: 'string', description: 'Absent: every agency' },
    governorate: { type: 'string', description: 'Absent: everywhere' },
    closes: { type: 'string', description: 'The office works but closes at this time; absent: it does not work' },
    title: text,
    first: string,
    last: { type: 'string', description: 'Included' },
    announced: said,
    withdrawn: { ...said, properties: { ...said.properties, reason: string } },
  },
  ['agency', 'governorate', 'closes', 'withdrawn'],
  {
    id: '0b7c0a0e-5d0d-4a53-9a4f-5a3b4f2f3a12',
    agency: 'moj',
    title: { ar: 'إغلاق بسبب الثلوج', en: 'Closed for snow' },
    first: '2026-11-25',
    last: '2026-11-26',
    announced: { at: '2026-11-26T09:00:00.000Z', by: 'user:supervisor.huda' },
  },
)

const all = (properties: Readonly<Record<string, object>>): object => ({
  type: 'array',
  items: { type: 'object', properties, required: Object.keys(properties) },
})
const count = (description: string): object => ({ ...integer, description })

export const HolidayPreview = resource(
  'HolidayPreview',
  'What announcing or withdrawing days would move; nothing has been done',
  {
    deadlines: count('How many deadlines move'),
    applications: count('Of how many applications'),
    inTimeAgain: count('Of the deadlines: late now, and in time again'),
    lateThen: count('Of the deadlines: in time now, and late at once'),
    services: all({ packageId: string, title: text, deadlines: integer }),
    examples: all({
      instance: string,
      reference: string,
      packageId: string,
      deadline: string,
      title: text,
      before: time,
      due: time,
    }),
    complete: { type: 'boolean', description: 'false: there are more applications than were looked at' },
  },
  [],
  {
    deadlines: 1,
    applications: 1,
    inTimeAgain: 0,
    lateThen: 0,
    services: [
      { packageId: 'moj.non-conviction', title: { ar: 'شهادة عدم محكومية', en: 'Non-conviction' }, deadlines: 1 },
    ],
    examples: [
      {
        instance: '01J9ZK7Q3W8F5R2T6Y4X0B1C2D',
        reference: '2026-7F3K-9Q2M-4',
        packageId: 'moj.non-conviction',
        deadline: 'decision',
        title: { ar: 'القرار', en: 'The decision' },
        before: '2026-11-26T08:00:00.000Z',
        due: '2026-11-29T08:00:00.000Z',
      },
    ],
    complete: true,
  },
)
