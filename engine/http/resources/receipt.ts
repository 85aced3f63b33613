/** What a caller is told of a thing that was taken in: an application, a message, a signal, packages. */
import { digest, integer, resource, string } from './resource.ts'

const truth = { type: 'boolean' } as const

export const Started = resource(
  'Started',
  'An application that began (201), or the one this Idempotency-Key began before (200)',
  { id: string, reference: string, created: truth },
  [],
  { id: '01JDA5Q8R2W3X4Y5Z6A7B8C9D0', reference: '2026-7K3F-9QXM-4', created: true },
)

export const Published = resource(
  'Published',
  'A message that was taken in (201), or was before under this id (200), and the applications it reached at once',
  { messageId: string, accepted: truth, instances: { type: 'array', items: string } },
  [],
  { messageId: 'judgment-2026-118', accepted: true, instances: ['01JDA5Q8R2W3X4Y5Z6A7B8C9D0'] },
)

export const Broadcast = resource(
  'Broadcast',
  'A signal that was taken in (201), or was before under this id (200)',
  {
    signalId: string,
    accepted: truth,
    reached: { ...integer, description: 'Applications that were waiting for it, and services that begin with it' },
  },
  [],
  { signalId: 'law-2026-12', accepted: true, reached: 41 },
)

export const Begun = resource(
  'Begun',
  'The applications whose conditions held; none is as good an answer',
  { instances: { type: 'array', items: { $ref: 'Started#' } } },
  [],
  { instances: [{ id: '01JDA5Q8R2W3X4Y5Z6A7B8C9D0', reference: '2026-7K3F-9QXM-4', created: true }] },
)

export const Deployed = resource(
  'Deployed',
  'Packages that are in force now (201), or were already with the same content (200)',
  {
    deployments: {
      type: 'array',
      items: {
        type: 'object',
        properties: { packageId: string, version: string, digest },
        required: ['packageId', 'version', 'digest'],
        additionalProperties: false,
      },
    },
    changed: truth,
    warnings: { type: 'array', items: { $ref: 'Finding#' } },
  },
  [],
  {
    deployments: [{ packageId: 'moj.example', version: '1.0.0', digest: '0'.repeat(64) }],
    changed: true,
    warnings: [],
  },
)
