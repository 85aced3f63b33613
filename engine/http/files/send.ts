/** How a file leaves: always as what it was found to be, never as a page of ours, kept by no cache. */
import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

export interface Sendable {
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly digest: string
}

/** attachment: to be saved. inline: viewed in place within a page of ours. */
export type Disposition = 'attachment' | 'inline'

/** A picture is shown in a room of its own; the browser's reader of PDF opens in none, and needs its own styles. */
const POLICIES: Readonly<Record<Disposition, (mediaType: string) => string>> = {
  attachment: () => "default-src 'none'; sandbox; frame-ancestors 'none'",
  inline: (mediaType) =>
    mediaType === 'application/pdf'
      ? "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'"
      : "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'",
}

export function sendFile(
  reply: FastifyReply,
  file: Sendable,
  content: AsyncIterable<Uint8Array>,
  disposition: Disposition = 'attachment',
): FastifyReply {
  return reply
    .type(file.mediaType)
    .header('content-disposition', `${disposition}; filename*=UTF-8''${headerName(file.name)}`)
    .header('content-length', file.size)
    .header('content-security-policy', POLICIES[disposition](file.mediaType))
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-resource-policy', 'same-origin')
    .header('accept-ranges', 'none')
    .header('etag', `"${file.digest}"`)
    .header('cache-control', 'private, no-store')
    .send(Readable.from(content, { objectMode: false }))
}

/** RFC 8187: everything but letters, digits and a few marks percent-encoded. */
const headerName = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
