/** A paper of an application, viewed in place beside its name; it comes by a link that needs no cookie, and never as a page of ours. */
import type { FastifyReply } from 'fastify'
import type { DocumentRow } from '../../../../core/document.ts'
import type { Digest } from '../../../../core/ids.ts'
import { notFound, ProblemError } from '../../../../core/problem.ts'
import { orThrow } from '../../../api/context.ts'
import type { FileLinks } from '../../../files/links.ts'
import type { Disposition } from '../../../files/send.ts'
import { bdi, fill, html, type Html } from '../../frame/html.ts'
import { page } from '../../frame/page.ts'
import { URLS } from '../../urls.ts'
import { DESK_ASSETS, type Clerk } from '../clerk.ts'

export async function documentPage(
  clerk: Clerk,
  reply: FastifyReply,
  links: FileLinks,
  reference: string,
  digest: string,
): Promise<FastifyReply> {
  const { engine, actor, request, say } = clerk
  if (!/^[0-9a-f]{64}$/.test(digest)) throw new ProblemError(notFound('document.not-found', 'Expected a document'))
  const row = orThrow(await engine.findDocument(actor, reference, digest as Digest))
  const link = (disposition: Disposition): string => {
    const place = { kind: 'application', id: row.instance } as const
    return links.sign(
      { digest: row.digest, place, disposition, session: request.tokenDigest ?? '' },
      engine.deps.clock.now(),
    )
  }
  return page(request, reply, {
    title: row.name,
    active: 'desk',
    wide: true,
    assets: DESK_ASSETS,
    main: html`<p class="hint">
        <a href="${URLS.desk()}">${say.toInbox}</a> ·
        <a href="${URLS.deskApplication(reference)}?part=documents">${bdi(reference)}</a>
      </p>
      <h1>${bdi(row.name)}</h1>
      <p><a class="button button-quiet" href="${link('attachment')}" download>${fill(say.download, { name: row.name })}</a></p>
      ${viewed(row, link('inline'))}`,
  })
}

/** What a browser shows by itself; anything else is downloaded. */
function viewed({ mediaType, name }: DocumentRow, address: string): Html {
  if (mediaType === 'application/pdf') return html`<iframe class="paper" src="${address}" title="${name}"></iframe>`
  if (/^image\/(jpeg|png|webp)$/.test(mediaType))
    return html`<img class="paper-image" src="${address}" alt="${name}" />`
  return html``
}
