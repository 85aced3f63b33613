/** A service in force, and what it certified. */
import { digest, resource, string, time } from './resource.ts'

export const Deployment = resource(
  'Deployment',
  'A version in force',
  { packageId: string, version: string, agency: string, digest, deployedAt: time, deployedBy: string },
  [],
  {
    packageId: 'moj.non-conviction',
    version: '1.0.0',
    agency: 'moj',
    digest: 'b'.repeat(64),
    deployedAt: '2026-11-23T08:00:00.000Z',
    deployedBy: 'user:analyst.one',
  },
)

export const Certificate = resource(
  'Certificate',
  'Whether a certificate is in force',
  {
    serial: string,
    agency: string,
    status: { enum: ['valid', 'revoked'] },
    issuedAt: time,
    validUntil: time,
    revokedAt: time,
  },
  ['validUntil', 'revokedAt'],
  { serial: 'MOJ-2026-8F3K2MQ7', agency: 'moj', status: 'valid', issuedAt: '2026-11-23T09:10:00.000Z' },
)
