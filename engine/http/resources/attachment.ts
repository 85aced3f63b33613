/** Files people give with their answers. */
import { MEDIA_TYPES } from '../../core/file/file-type.ts'
import { digest, integer, resource, string, time } from './resource.ts'

export const Attachment = resource(
  'Attachment',
  'A file somebody has given; an answer that asks for one takes digest, name, size and mediaType as they stand here',
  {
    digest,
    name: string,
    size: integer,
    mediaType: { enum: MEDIA_TYPES },
    warning: { enum: ['active'], description: 'active: it can run something when opened' },
    givenAt: time,
  },
  ['warning'],
  {
    digest: 'a'.repeat(64),
    name: 'سند الملكية.pdf',
    size: 182_044,
    mediaType: 'application/pdf',
    givenAt: '2026-11-23T09:00:00.000Z',
  },
)

export const FileLink = resource(
  'FileLink',
  'Where a file can be read for some minutes',
  { url: { type: 'string', description: 'Within this site' }, expires: time },
  [],
  { url: `/files/${'a'.repeat(64)}/a..session.expires.seal`, expires: '2026-11-23T09:05:00.000Z' },
)
