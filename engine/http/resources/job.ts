/** Work for a machine, and where it stands still. */
import { anything, integer, resource, string, time } from './resource.ts'
import { summaryExample } from './instance.ts'

export const Job = resource(
  'Job',
  'Work for a machine, under a lease; the id is the idempotency key towards the outside',
  {
    id: string,
    instance: string,
    reference: string,
    element: string,
    type: string,
    headers: { type: 'object', additionalProperties: string },
    variables: anything,
    retries: { ...integer, description: 'Attempts left, this one included' },
    token: { ...integer, description: 'Fence token: give it back with the result' },
    leasedUntil: time,
  },
  ['leasedUntil'],
  {
    id: `${summaryExample.id}:12`,
    instance: summaryExample.id,
    reference: summaryExample.reference,
    element: 'stamp',
    type: 'stamp',
    headers: {},
    variables: { colour: 'blue' },
    retries: 3,
    token: 1,
    leasedUntil: '2026-11-23T09:06:00.000Z',
  },
)

export const Incident = resource(
  'Incident',
  'Where an application stands still until a person looks',
  {
    id: string,
    instance: string,
    agency: string,
    owner: string,
    element: string,
    cause: string,
    message: string,
    raisedAt: time,
  },
  [],
  {
    id: `${summaryExample.id}:13`,
    instance: summaryExample.id,
    agency: 'moj',
    owner: '12',
    element: 'stamp',
    cause: 'job',
    message: 'Expected the job stamp of stamp to succeed, but its last attempt failed: out of ink',
    raisedAt: '2026-11-23T09:07:00.000Z',
  },
)
